/** What Maple Hollow Dental does, who works there and who comes. All of it is invented. */

export const dentists = ['Dr. Ingrid Solberg', 'Dr. Omar Haddad'] as const;
export const hygienist = 'Kelly Ruiz RDH';

export interface Procedure {
  readonly code: string;
  readonly name: string;
  /** Fee and laboratory cost in whole cents. */
  readonly fee: number;
  readonly lab: number;
  readonly hygiene: boolean;
  /** Percent that the insurers pay of the allowed fee. */
  readonly covered: string;
}

function hygiene(code: string, name: string, fee: number): Procedure {
  return { code, name, fee, lab: 0, hygiene: true, covered: '70' };
}

function filling(code: string, name: string, fee: number): Procedure {
  return { code, name, fee, lab: 0, hygiene: false, covered: '80' };
}

function major(code: string, name: string, fee: number, lab = 0): Procedure {
  return { code, name, fee, lab, hygiene: false, covered: '50' };
}

export const procedures: readonly Procedure[] = [
  hygiene('D1110', 'Prophylaxis, adult', 10_400),
  hygiene('D1110', 'Prophylaxis, adult', 10_400),
  hygiene('D1120', 'Prophylaxis, child', 7800),
  hygiene('D1206', 'Fluoride varnish', 4500),
  hygiene('D4341', 'Scaling and root planing, quadrant', 26_800),
  { ...hygiene('D0120', 'Periodic evaluation', 5800), hygiene: false },
  { ...hygiene('D0274', 'Bitewings, four', 7200), hygiene: false },
  filling('D0140', 'Limited evaluation', 8200),
  filling('D2392', 'Composite, two surfaces, posterior', 21_400),
  filling('D2393', 'Composite, three surfaces, posterior', 26_600),
  filling('D7140', 'Extraction', 19_800),
  major('D2740', 'Crown, ceramic', 124_500, 16_500),
  major('D2950', 'Core buildup', 29_000),
  major('D3330', 'Root canal, molar', 118_000),
];

/** Patients of a family share a guarantor: the first of the name. */
export const families = (
  'Arden,Nell,Tom Bexley,Rose Corwin,Hana,Abe,Lou Dunmore,Piet Ellery,Zoe,Max Fallon,Ines ' +
  'Garnet,Olaf,June Hollis,Mara Irving,Sean,Tia Jessup,Ford Kinsey,Dora,Walt Linden,Ruth ' +
  'Merrow,Ada,Gil Norden,Kaj Oakes,Bryn,Hal,Isa Perrin,Luc'
)
  .split(' ')
  .flatMap((family, place) => {
    const [last = '', ...firsts] = family.split(',');
    return firsts.map((first, member) => ({
      id: String(10 * (place + 101) + member),
      guarantor: String(10 * (place + 101)),
      name: `${last}, ${first}`,
      dentist: dentists[place % 2]!,
      // One family of four has no insurer.
      insurer: place % 4 === 3 ? '' : place % 2 === 0 ? 'Cobalt Dental' : 'Harvest Life',
    }));
  });
export type DentalPatient = (typeof families)[number];
