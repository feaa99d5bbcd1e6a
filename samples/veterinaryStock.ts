/** What Cedar Grove Animal Hospital sells, who works there and who comes. All of it is invented. */

export interface Product {
  readonly code: string;
  readonly name: string;
  readonly tags: string;
  /** Whole cents. */
  readonly price: number;
  readonly taxed: boolean;
  readonly commissionable: boolean;
}

function service(code: string, name: string, tags: string, price: number): Product {
  return { code, name, tags, price, taxed: false, commissionable: true };
}

function retail(code: string, name: string, tags: string, price: number): Product {
  return { code, name, tags, price, taxed: true, commissionable: false };
}

export const products: readonly Product[] = [
  service('EXAM', 'Wellness exam', 'Exam', 6800),
  service('EXAM-SICK', 'Sick pet exam', 'Exam', 7450),
  service('EXAM-RE', 'Recheck exam', 'Exam', 4200),
  service('00123', 'Rabies vaccine, 3 years', 'Vaccine', 3195),
  service('00124', 'DHPP vaccine', 'Vaccine', 3650),
  service('00131', 'FVRCP vaccine', 'Vaccine', 3475),
  service('LAB-CBC', 'Complete blood count', 'Lab', 6925),
  service('LAB-CHEM', 'Chemistry panel', 'Lab', 9880),
  service('LAB-UA', 'Urinalysis', 'Lab', 4510),
  service('LAB-FEC', 'Fecal flotation', 'Lab', 3340),
  service('RAD-2', 'Radiographs, two views', 'Imaging', 18900),
  service('US-ABD', 'Abdominal ultrasound', 'Imaging', 31250),
  service('DENT-1', 'Dental cleaning, grade 1', 'Dental', 38900),
  service('DENT-X', 'Surgical extraction', 'Dental; Surgery', 14275),
  service('SX-SPAY', 'Spay, canine', 'Surgery', 42500),
  service('SX-NEUT', 'Neuter, feline', 'Surgery', 18850),
  service('SX-MASS', 'Mass removal', 'Surgery', 51250),
  service('ANES', 'Anesthesia, first hour', 'Surgery', 12480),
  service('HOSP', 'Hospitalisation, one day', '', 9400),
  service('FLUID', 'Subcutaneous fluids', '', 3925),
  service('NAIL', 'Nail trim', '', 2200),
  service('MICRO', 'Microchip', 'Wellness', 5500),
  retail('RX-CARP', 'Carprofen 75 mg, 30 tablets', 'Pharmacy', 4870),
  retail('RX-AMOX', 'Amoxicillin 250 mg, 14 capsules', 'Pharmacy', 1985),
  retail('RX-HW', 'Heartworm preventive, 6 months', 'Pharmacy', 8425),
  retail('FOOD-GI', 'Gastrointestinal diet, 8 kg', 'Food', 7399),
  retail('FOOD-REN', 'Renal diet, 24 cans', 'Food', 5875),
  retail('SHAMP', 'Medicated shampoo', 'Retail', 1849),
];

export const providers = [
  { name: 'Adams, Jane DVM', last: 'Adams', first: 'Jane', aliases: 'JA; Dr. Jane Adams' },
  { name: 'Dr. Marcus Baker', last: 'Baker', first: 'Marcus', aliases: 'MB' },
  { name: 'Priya Chandra VMD', last: 'Chandra', first: 'Priya', aliases: '' },
  { name: 'Tom van Dyke', last: 'van Dyke', first: 'Tom', aliases: '' },
] as const;

export const clients = (
  'Nguyen,Rosa Miller,Owen Hassan,Leila Kowalski,Jan Ortiz,Camila Brown,Ezra Fischer,Anke ' +
  'Park,Min Rossi,Gianni Walsh,Niamh Silva,Bruno Cohen,Talia Novak,Petra Singh,Arjun Dubois,Claire ' +
  'Larsen,Erik Moreau,Inès Tanaka,Yui Costa,Rui Bennett,Faith Ahmed,Samir Jonas,Ruth Petit,Marc ' +
  'Vega,Lucia Stone,Miles Keller,Heidi Okafor,Ada Reyes,Mateo Lind,Sven'
)
  .split(' ')
  .map((pair, place) => {
    const [last = '', first = ''] = pair.split(',');
    return { account: String(20010 + place), last, first };
  });

export const pets =
  'Bella Max Luna Charlie Milo Daisy Rocky Nala Oscar Simba Rosie Leo Coco Toby Willow Biscuit'.split(
    ' ',
  );

/** The rescue is exempt from sales tax; its account is the last one. */
export const rescueAccount = '20039';
