"use strict";
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);

// v3/bench/lib.ts
var lib_exports = {};
__export(lib_exports, {
  buildLedger: () => buildLedger,
  digestOf: () => digestOf,
  run: () => run,
  tablesOf: () => tablesOf,
  workload: () => workload
});
module.exports = __toCommonJS(lib_exports);

// v3/src/core/assert.ts
function assert(condition, what) {
  if (!condition) throw new Error(`Practice Ledger has a bug: ${what}`);
}
function at(column, row) {
  const element = column[row];
  if (element === void 0) outside(row, column.length);
  return element;
}
function floatAt(column, row) {
  const element = column[row];
  if (element === void 0) outside(row, column.length);
  return element;
}
function intAt(column, row) {
  const element = column[row];
  if (element === void 0) outside(row, column.length);
  return element;
}
function byteAt(column, row) {
  const element = column[row];
  if (element === void 0) outside(row, column.length);
  return element;
}
function outside(row, length) {
  assert(false, `row ${row} lies outside a column of ${length} rows`);
}

// v3/src/core/day.ts
var SECONDS_PER_DAY = 86400;
var FIRST_DAY = 61;
var LAST_DAY = 2958465;
var UNIX_DAY = 25569;
function serialOfCivil({ year, month, day }) {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return void 0;
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  const serial = era * 146097 + dayOfEra + dayOfYear - 719468 + UNIX_DAY;
  return isSerialDay(serial) ? serial : void 0;
}
function civilOfSerial(serial) {
  const shifted = serial - UNIX_DAY + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day };
}
function isSerialDay(serial) {
  return serial >= FIRST_DAY && serial <= LAST_DAY;
}
function daysInMonth(year, month) {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
function isLeapYear(year) {
  return year % 4 === 0 && year % 100 !== 0 || year % 400 === 0;
}
function dayOfMoment(moment) {
  return Math.floor(moment / SECONDS_PER_DAY);
}
function startOfDay(serialDay) {
  return serialDay * SECONDS_PER_DAY;
}
function endOfDay(serialDay) {
  return serialDay * SECONDS_PER_DAY + SECONDS_PER_DAY - 1;
}
function dayText(serialDay) {
  const { year, month, day } = civilOfSerial(serialDay);
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}
function two(n) {
  return String(n).padStart(2, "0");
}

// v3/src/core/brand.ts
var NONE = -1;
var NO_MOMENT = -1;

// v3/src/core/column.ts
var FIRST_CAPACITY = 1024;
function growing(make) {
  let column = make(FIRST_CAPACITY);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(value) {
      if (length === column.length) {
        const wider = make(column.length * 2);
        wider.set(column);
        column = wider;
      }
      column[length++] = value;
    },
    set(row, value) {
      column[row] = value;
    },
    get(row) {
      return at(column, row);
    },
    finish(keep) {
      return compact(column, make(keep ? countKept(keep, length) : length), length, keep);
    }
  };
}
function countKept(keep, length) {
  let kept = 0;
  for (let row = 0; row < length; row++) kept += byteAt(keep, row);
  return kept;
}
function compact(from, into, length, keep) {
  if (keep === void 0) {
    into.set(from.subarray(0, length));
    return into;
  }
  let next2 = 0;
  for (let row = 0; row < length; row++) {
    if (byteAt(keep, row) === 1) into[next2++] = at(from, row);
  }
  return into;
}
function growingFloats() {
  return growing((length) => new Float64Array(length));
}
function growingInts() {
  return growing((length) => new Int32Array(length));
}
function textAt(column, row) {
  return at(column.texts, intAt(column.codes, row));
}

// v3/src/engine/waterfall.ts
function stand({ cents, total }, paid, negativeLines, standing) {
  if (total <= 0 || paid >= total) {
    standing.set(cents);
    return paid - total;
  }
  standing.fill(0, 0, cents.length);
  if (paid <= 0) return paid;
  const pool = negativeLines === "first" ? takeNegatives(cents, paid, standing) : paid;
  const rest = walk(cents, pool, negativeLines, standing);
  assert(rest === 0, "money below the total of an invoice stands on its tax and lines");
  return 0;
}
function takeNegatives(cents, pool, standing) {
  let wider = pool;
  for (let bucket = 0; bucket < cents.length; bucket++) {
    const amount2 = floatAt(cents, bucket);
    if (amount2 >= 0) continue;
    standing[bucket] = amount2;
    wider -= amount2;
  }
  return wider;
}
function walk(cents, pool, negativeLines, standing) {
  let left = pool;
  for (let bucket = 0; bucket < cents.length; bucket++) {
    const amount2 = floatAt(cents, bucket);
    if (amount2 < 0) {
      if (negativeLines === "first") continue;
      standing[bucket] = amount2;
      left -= amount2;
      continue;
    }
    const taken = Math.min(left, amount2);
    standing[bucket] = taken;
    left -= taken;
    if (taken < amount2) return left;
  }
  return left;
}

// v3/src/engine/allocate.ts
var TAX = -2;
var UNALLOCATED = -3;
function allocate(book, events, negativeLines) {
  const rows = allocationRows();
  const buckets = bucketReader(book);
  for (let invoice = 0; invoice < book.closed.length; invoice++) {
    if (floatAt(book.closed, invoice) === NO_MOMENT) continue;
    if (isPlain(book, invoice)) pourPlain(book, events, invoice, rows);
    else walkInvoice({ book, events, invoice, rows }, buckets(invoice), negativeLines);
  }
  return rows.finish();
}
function allocationRows() {
  const event = growingInts();
  const invoice = growingInts();
  const charge = growingInts();
  const cents = growingFloats();
  const effective = growingFloats();
  return {
    push(row) {
      event.push(row.event);
      invoice.push(row.invoice);
      charge.push(row.charge);
      cents.push(row.cents);
      effective.push(row.effective);
    },
    finish: () => ({
      length: event.length,
      event: event.finish(),
      invoice: invoice.finish(),
      charge: charge.finish(),
      cents: cents.finish(),
      effective: effective.finish()
    })
  };
}
function isPlain(book, invoice) {
  if (floatAt(book.totalCents, invoice) <= 0 || floatAt(book.taxCents, invoice) < 0) return false;
  const { starts, rows } = book.lines;
  for (let place = intAt(starts, invoice); place < intAt(starts, invoice + 1); place++) {
    if (floatAt(book.netCents, intAt(rows, place)) < 0) return false;
  }
  return true;
}
function pourPlain(book, events, invoice, rows) {
  const { starts, rows: eventRows } = events.ofInvoice;
  const total = floatAt(book.totalCents, invoice);
  let level = 0;
  for (let place = intAt(starts, invoice); place < intAt(starts, invoice + 1); place++) {
    const event = intAt(eventRows, place);
    const before = level;
    level += floatAt(events.cents, event);
    const effective = floatAt(events.effective, event);
    const from = clamp(before, 0, total);
    const to = clamp(level, 0, total);
    if (from !== to) pourBetween(book, { event, invoice, effective }, { from, to }, rows);
    const unallocated = level - to - (before - from);
    if (unallocated !== 0) {
      rows.push({ event, invoice, charge: UNALLOCATED, cents: unallocated, effective });
    }
  }
}
function pourBetween(book, of, level, rows) {
  const { event, invoice, effective } = of;
  const { starts, rows: lineRows } = book.lines;
  const first = intAt(starts, invoice);
  const end = intAt(starts, invoice + 1);
  const low = Math.min(level.from, level.to);
  const high = Math.max(level.from, level.to);
  let floor = 0;
  for (let place = first - 1; place < end && floor < high; place++) {
    const isTax = place < first;
    const charge = isTax ? TAX : intAt(lineRows, place);
    const size = isTax ? floatAt(book.taxCents, invoice) : floatAt(book.netCents, charge);
    const ceiling = floor + size;
    if (ceiling > low && size > 0) {
      const cents = clamp(level.to, floor, ceiling) - clamp(level.from, floor, ceiling);
      rows.push({ event, invoice, charge, cents, effective });
    }
    floor = ceiling;
  }
}
function clamp(value, low, high) {
  return value < low ? low : value > high ? high : value;
}
function bucketReader(book) {
  return (invoice) => {
    const { starts, rows } = book.lines;
    const lines = rows.subarray(intAt(starts, invoice), intAt(starts, invoice + 1));
    const cents = new Float64Array(lines.length + 1);
    const charges = new Int32Array(lines.length + 1);
    cents[0] = floatAt(book.taxCents, invoice);
    charges[0] = TAX;
    for (let line = 0; line < lines.length; line++) {
      charges[line + 1] = intAt(lines, line);
      cents[line + 1] = floatAt(book.netCents, intAt(lines, line));
    }
    return { cents, charges, total: floatAt(book.totalCents, invoice) };
  };
}
function walkInvoice(of, buckets, negativeLines) {
  const { book, events, invoice, rows } = of;
  let before = new Float64Array(buckets.cents.length);
  let after = new Float64Array(buckets.cents.length);
  let rest = 0;
  let paid = 0;
  const settle = (event, effective) => {
    const left = stand(buckets, paid, negativeLines, after);
    for (let bucket = 0; bucket < after.length; bucket++) {
      const cents = floatAt(after, bucket) - floatAt(before, bucket);
      const charge = intAt(buckets.charges, bucket);
      if (cents !== 0) rows.push({ event, invoice, charge, cents, effective });
    }
    const unallocated = left - rest;
    if (unallocated !== 0) {
      rows.push({ event, invoice, charge: UNALLOCATED, cents: unallocated, effective });
    }
    [before, after, rest] = [after, before, left];
  };
  settle(NONE, floatAt(book.closed, invoice));
  const { starts, rows: eventRows } = events.ofInvoice;
  for (let place = intAt(starts, invoice); place < intAt(starts, invoice + 1); place++) {
    const event = intAt(eventRows, place);
    paid += floatAt(events.cents, event);
    settle(event, floatAt(events.effective, event));
  }
}

// v3/src/engine/collected.ts
function collected(allocation, period, size) {
  const lineCents = new Float64Array(size.charges);
  const touched = new Uint8Array(size.charges);
  const taxCents = new Float64Array(size.invoices);
  const unallocatedCents = new Float64Array(size.invoices);
  for (let row = 0; row < allocation.length; row++) {
    const moment = floatAt(allocation.effective, row);
    if (moment < period.from || moment > period.to) continue;
    const charge = intAt(allocation.charge, row);
    const invoice = intAt(allocation.invoice, row);
    const cents = floatAt(allocation.cents, row);
    if (charge === TAX) {
      taxCents[invoice] = floatAt(taxCents, invoice) + cents;
    } else if (charge === UNALLOCATED) {
      unallocatedCents[invoice] = floatAt(unallocatedCents, invoice) + cents;
    } else {
      lineCents[charge] = floatAt(lineCents, charge) + cents;
      touched[charge] = 1;
    }
  }
  return { lineCents, touched, taxCents, unallocatedCents };
}

// v3/src/core/order.ts
function byCodeUnit(a, b) {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
function byId(a, b) {
  if (a === b) return 0;
  const aIsNumber = isWholeNumber(a);
  const bIsNumber = isWholeNumber(b);
  if (aIsNumber !== bIsNumber) return aIsNumber ? -1 : 1;
  if (!aIsNumber || a.length === b.length) return a < b ? -1 : 1;
  return Number(a) - Number(b) || byCodeUnit(a, b);
}
var DIGITS_MAX = 15;
function isWholeNumber(text) {
  for (let place = 0; place < text.length; place++) {
    const unit = text.charCodeAt(place);
    if (unit < 48 || unit > 57) return false;
  }
  return text.length > 0 && text.length <= DIGITS_MAX;
}

// v3/src/ledger/kinds.ts
var accountId = {
  header: "Account ID",
  type: "text",
  synonyms: [
    "Account #",
    "Account Number",
    "Account",
    "Patient Account",
    "Patient AC#",
    "Guest Code"
  ]
};
var invoiceNumber = {
  header: "Invoice Number",
  type: "text",
  synonyms: ["Invoice ID", "Invoice #", "Invoice No", "Invoice"]
};
var provider = {
  header: "Provider",
  type: "text",
  synonyms: [
    "Provider Name",
    "Rendering Provider",
    "RenderingProviderName",
    "Treating Provider",
    "Practitioner",
    "Production User",
    "Producer",
    "Clinician",
    "Therapist",
    "Staff Member",
    "Serviced By",
    "Doctor",
    "Dentist",
    "Prov",
    "Dr."
  ]
};
var location = {
  header: "Location",
  type: "text",
  synonyms: [
    "Hospital Location",
    "Location Name",
    "ServiceLocationName",
    "Facility",
    "Facility Name",
    "Office",
    "Center"
  ]
};
var patientId = {
  header: "Patient ID",
  type: "text",
  synonyms: ["Patient #", "Patient Number"]
};
var amount = { header: "Amount", type: "cents", bold: true };
var chargesColumns = {
  id: {
    header: "Charge ID",
    type: "text",
    bold: true,
    synonyms: [
      "Charge #",
      "Charge Number",
      "Line Item ID",
      "Invoice Line Item ID",
      "Line ID",
      "Transaction ID",
      "ID"
    ]
  },
  service: {
    header: "Service Date",
    type: "moment",
    bold: true,
    synonyms: [
      "Invoice Line Item Date / Time",
      "Date of Service",
      "ServiceStartDate",
      "From Service Date",
      "DOS From",
      "DOS",
      "Procedure Date",
      "Date Administered",
      "Date"
    ]
  },
  provider: { ...provider, bold: true, cellMayBeBlank: true },
  amount: {
    ...amount,
    synonyms: [
      "TotalCharges",
      "Total Charge",
      "Billed Charge",
      "Amt Billed",
      "Charge Amount",
      "Gross Amount",
      "Charges",
      "Charge",
      "Fee",
      "Billed",
      "Subtotal",
      "Original Price",
      "Total Value"
    ]
  },
  code: {
    header: "Code",
    type: "text",
    synonyms: [
      "Product ID",
      "CPT Code",
      "CPT",
      "ProcedureCode",
      "Procedure Code",
      "Procedure Code(s)",
      "PIMS ID",
      "ASA"
    ]
  },
  description: {
    header: "Description",
    type: "text",
    synonyms: ["Product Name", "ProcedureName", "Procedure Name", "Service Name", "Item"]
  },
  invoiceTag: { header: "Invoice Tag", type: "text", synonyms: ["Invoice Tags", "Tag", "Tags"] },
  discount: {
    header: "Discount",
    type: "cents",
    synonyms: ["Total Discount Amount", "Discount Amount", "Line Discount"]
  },
  tax: {
    header: "Tax",
    type: "optionalCents",
    synonyms: ["Total Tax Amount", "Sales Tax", "Tax Amount", "Line Tax"]
  },
  discountClass: { header: "Discount Class", type: "text" },
  taxClass: { header: "Tax Class", type: "text" },
  commissionable: {
    header: "Commissionable",
    type: "flag",
    blank: "Yes",
    synonyms: ["Eligible for Commissions", "Included in Commissions"],
    reversed: ["Excluded from Commissions", "Commission Excluded"]
  },
  status: {
    header: "Status",
    type: "choice",
    choices: ["Complete", "Scheduled", "Planned", "Unbilled", "Voided"],
    synonyms: ["Charge Status", "Line Status", "Procedure Status"],
    valueSynonyms: {
      Completed: "Complete",
      Void: "Voided",
      Deleted: "Voided",
      "Treatment Planned": "Planned"
    }
  },
  invoiceNumber,
  accountId,
  accountType: { header: "Account Type", type: "text" },
  clientLastName: { header: "Client Last Name", type: "text" },
  clientFirstName: { header: "Client First Name", type: "text" },
  patientId,
  patientName: {
    header: "Patient Name",
    type: "text",
    synonyms: ["PatientFullName", "Patient", "Guest Name"]
  },
  location
};
var invoicesColumns = {
  number: { ...invoiceNumber, bold: true },
  closed: {
    header: "Closed Date",
    type: "moment",
    synonyms: ["Invoice Closed Date", "Date Closed", "Closed At", "Closed"]
  },
  tax: {
    header: "Tax",
    type: "optionalCents",
    synonyms: ["Total Tax Amount", "Invoice Tax", "Sales Tax", "Tax Amount", "Total Tax"]
  },
  status: {
    header: "Status",
    type: "choice",
    choices: ["", "Open", "Closed", "Voided"],
    synonyms: ["Invoice Status"],
    valueSynonyms: {
      Void: "Voided",
      Active: "Open",
      "Charges Complete": "Open",
      "Checked Out": "Closed"
    }
  },
  accountId,
  accountType: { header: "Account Type", type: "text" },
  taxExempt: { header: "Tax Exempt", type: "flag", blank: "No" },
  location
};
var paymentTypes = [
  "Payment",
  "Refund",
  "Returned Check",
  "Reversal",
  "Redeposit",
  "Deposit",
  "Deposit Refund",
  "Credit Applied",
  "Unapplied",
  "Transfer",
  "Void"
];
var paymentsColumns = {
  id: {
    header: "Payment ID",
    type: "text",
    bold: true,
    synonyms: [
      "Transaction ID",
      "claim_payments_id",
      "Payment #",
      "Payment Number",
      "Trans #",
      "Transaction",
      "Receipt Number",
      "ID"
    ]
  },
  date: {
    header: "Payment Date",
    type: "moment",
    bold: true,
    synonyms: [
      "PatientPaymentPostingDate",
      "PrimaryInsurancePaymentPostingDate",
      "received_date",
      "Date Received",
      "Received At",
      "Collection Date",
      "Paid at",
      "Applied Date",
      "Transaction Date",
      "Time"
    ]
  },
  type: {
    header: "Type",
    type: "choice",
    bold: true,
    choices: paymentTypes,
    synonyms: ["Transaction Type", "payment_transaction_type", "Entry Type", "Detail Type"],
    valueSynonyms: {
      Pmt: "Payment",
      "Insurance Payment": "Payment",
      "Patient Payment": "Payment",
      Copay: "Payment",
      Coinsr: "Payment",
      "Deposit (Pre-Payment)": "Deposit",
      Prepayment: "Deposit",
      "Pre-Payment": "Deposit",
      "Refund (Account Deposit)": "Deposit Refund",
      "Refund (Invoice Payment)": "Refund",
      REF: "Refund",
      NSF: "Returned Check",
      "Bounced Check": "Returned Check",
      "Account Credit": "Credit Applied",
      "Payment - Account Credit (Unapplied Payments)": "Credit Applied",
      "Payment - Account Credit": "Credit Applied",
      "Payment Unapplied from Invoice": "Unapplied",
      "Unapplied Payment": "Unapplied",
      "Transfer to Account Credit": "Transfer",
      "Transfer from Account Credit": "Transfer",
      "Transfer from Account Credit (Unapplied Payments)": "Transfer",
      Voided: "Void"
    }
  },
  amount: {
    ...amount,
    synonyms: [
      "Paid Amount",
      "Payment Amount",
      "Amount Paid",
      "Amt Paid",
      "Paid Amt",
      "Received",
      "Collected Amount",
      "Receipts"
    ]
  },
  method: {
    header: "Method",
    type: "text",
    synonyms: ["Transaction Method", "Payment Method", "Payment Type", "Payment Source"]
  },
  invoiceNumber,
  chargeId: { header: "Charge ID", type: "text", synonyms: ["Line Item ID", "Procedure ID"] },
  provider,
  accountId,
  voided: {
    header: "Voided",
    type: "voided",
    synonyms: ["Void", "Void Date", "Voided Date", "Deleted"]
  },
  refundOf: {
    header: "Refund Of",
    type: "text",
    synonyms: ["Original Payment ID", "Reverses", "Voids"]
  }
};
var providersColumns = {
  provider: { header: "Provider", type: "text", bold: true },
  lastName: { header: "Last Name", type: "text" },
  firstName: { header: "First Name", type: "text" },
  aliases: { header: "Aliases", type: "text" },
  hidden: { header: "Hidden", type: "flag", blank: "No" }
};
var readKinds = {
  Charges: chargesColumns,
  Invoices: invoicesColumns,
  Payments: paymentsColumns,
  Providers: providersColumns
};

// v3/src/ledger/tables.ts
function cellAddress(sheetColumn, sheetRow) {
  return `${columnLetters(sheetColumn)}${sheetRow}`;
}
function columnLetters(sheetColumn) {
  let rest = sheetColumn;
  let letters = "";
  while (rest >= 0) {
    letters = String.fromCharCode(65 + rest % 26) + letters;
    rest = Math.floor(rest / 26) - 1;
  }
  return letters;
}
function rowPlace(tables, kind, place) {
  const { source, sheetRow } = tables[kind];
  const { sheet, fields } = at(tables.sources, intAt(source, place.row));
  const known = fields.get(place.field) ?? [...fields.values()][0];
  if (known === void 0) return { sheet, cell: "", column: "" };
  const cell = cellAddress(known.sheetColumn, intAt(sheetRow, place.row));
  return { sheet, cell, column: known.header };
}

// v3/src/ledger/linkCharges.ts
function invoicesByNumber(tables, problems) {
  const { Invoices: invoices } = tables;
  const rows = /* @__PURE__ */ new Map();
  for (let row = 0; row < invoices.length; row++) {
    const number = textAt(invoices.number, row);
    const first = rows.get(number);
    if (first === void 0) {
      rows.set(number, row);
      statusAgainstDate(tables, row, problems);
    } else {
      problems.push(invoiceTwice(tables, first, row));
    }
  }
  return rows;
}
function invoiceTwice(tables, first, row) {
  const same = invoiceDigest(tables, first) === invoiceDigest(tables, row);
  const other = rowPlace(tables, "Invoices", { row: first, field: "number" });
  return {
    code: "INVOICE_TWICE",
    severity: same ? "warned" : "stopped",
    ...rowPlace(tables, "Invoices", { row, field: "number" }),
    found: `invoice ${textAt(tables.Invoices.number, row)} stands also in '${other.sheet}' ${other.cell}`,
    done: same ? "the two rows say the same; it was read once" : "nothing was computed",
    fix: same ? "delete one of the rows" : "keep the row that is right and delete the other",
    count: 1
  };
}
function invoiceDigest({ Invoices: invoices }, row) {
  const texts2 = [invoices.accountId, invoices.accountType, invoices.location];
  const numbers = [invoices.closed, invoices.tax.cents, invoices.tax.given, invoices.status];
  return JSON.stringify([
    ...texts2.map((column) => textAt(column, row)),
    ...numbers.map((column) => at(column, row)),
    byteAt(invoices.taxExempt, row)
  ]);
}
function invoiceStatus(name) {
  return invoicesColumns.status.choices.indexOf(name);
}
function statusAgainstDate(tables, row, problems) {
  const { Invoices: invoices } = tables;
  const closed = floatAt(invoices.closed, row);
  const status = byteAt(invoices.status, row);
  const openWithDate = status === invoiceStatus("Open") && closed !== NO_MOMENT;
  const closedWithout = status === invoiceStatus("Closed") && closed === NO_MOMENT;
  if (!openWithDate && !closedWithout) return;
  problems.push({
    code: "INVOICE_STATUS_CONTRADICTS",
    severity: "warned",
    ...rowPlace(tables, "Invoices", { row, field: "status" }),
    found: openWithDate ? `Status Open with Closed Date ${dayText(dayOfMoment(closed))}` : "Status Closed without a Closed Date",
    done: "the invoice is read as open, so none of its money is collected yet",
    fix: openWithDate ? "set the Status or clear the date" : "fill in the Closed Date",
    count: 1
  });
}
function linkCharges(tables, invoiceRows, problems) {
  const { Charges: charges } = tables;
  const rowOfCode = charges.invoiceNumber.texts.map((number) => invoiceRows.get(number) ?? NONE);
  const invoice = new Int32Array(charges.length);
  const unknown = [];
  for (let row = 0; row < charges.length; row++) {
    const code = intAt(charges.invoiceNumber.codes, row);
    invoice[row] = at(rowOfCode, code);
    if (code !== 0 && invoice[row] === NONE) unknown.push(row);
  }
  if (unknown.length > 0 && tables.Invoices.length > 0) {
    problems.push(...unknownInvoices(tables, unknown));
  }
  problems.push(...idsTwice(tables));
  problems.push(...blankProviders(tables), ...discountSigns(tables));
  return invoice;
}
function unknownInvoices(tables, rows) {
  return rows.map((row) => ({
    code: "CHARGE_INVOICE_UNKNOWN",
    severity: "warned",
    ...rowPlace(tables, "Charges", { row, field: "invoiceNumber" }),
    found: `invoice ${textAt(tables.Charges.invoiceNumber, row)}, which is not among the Invoices`,
    done: "the line is read as one of an open invoice: nothing of it is collected",
    fix: "add the invoice to the Invoices table, with its Closed Date",
    count: 1
  }));
}
function idsTwice(tables) {
  const { Charges: charges } = tables;
  const invoiceCount = charges.invoiceNumber.texts.length;
  const firstRows = /* @__PURE__ */ new Map();
  const problems = [];
  for (let row = 0; row < charges.length; row++) {
    const key = intAt(charges.id.codes, row) * invoiceCount + intAt(charges.invoiceNumber.codes, row);
    const first = firstRows.get(key);
    if (first === void 0) {
      firstRows.set(key, row);
      continue;
    }
    const other = rowPlace(tables, "Charges", { row: first, field: "id" });
    problems.push({
      code: "ID_TWICE",
      severity: "stopped",
      ...rowPlace(tables, "Charges", { row, field: "id" }),
      found: `Charge ID ${textAt(charges.id, row)}, which stands also in '${other.sheet}' ${other.cell}`,
      done: "nothing was computed, because the line would count twice",
      fix: "delete the row if it was pasted twice, or give it an id of its own",
      count: 1
    });
  }
  return problems;
}
function blankProviders(tables) {
  const { Charges: charges } = tables;
  const blank = [];
  for (let row = 0; row < charges.length; row++) {
    if (intAt(charges.provider.codes, row) === 0) blank.push(row);
  }
  const [first] = blank;
  if (first === void 0) return [];
  return [
    {
      code: "PROVIDER_BLANK",
      severity: "warned",
      ...rowPlace(tables, "Charges", { row: first, field: "provider" }),
      found: `${blank.length} line(s) without a provider, the first one here`,
      done: "they stand under No provider, so that the practice total is complete",
      fix: "fill in the provider where there is one",
      count: blank.length
    }
  ];
}
function discountSigns(tables) {
  const { Charges: charges } = tables;
  const problems = [];
  for (let row = 0; row < charges.length; row++) {
    if (floatAt(charges.discount, row) * floatAt(charges.amount, row) >= 0) continue;
    problems.push({
      code: "DISCOUNT_SIGN",
      severity: "warned",
      ...rowPlace(tables, "Charges", { row, field: "discount" }),
      found: "a discount whose sign is not that of its line, so that it raises the amount",
      done: "used as it stands: net = Amount \u2212 Discount",
      fix: "a discount is positive on a sale and negative on a return",
      count: 1
    });
  }
  return problems;
}

// v3/src/engine/groupRows.ts
var SMALL_GROUP = 24;
function groupRows(groupOf, groups, compare) {
  const starts = countStarts(groupOf, groups);
  const rows = scatterRows(groupOf, starts);
  for (let group = 0; group < groups; group++) {
    sortGroup(rows, intAt(starts, group), intAt(starts, group + 1), compare);
  }
  return { starts, rows };
}
function countStarts(groupOf, groups) {
  const starts = new Int32Array(groups + 1);
  for (const group of groupOf) {
    if (group >= 0) starts[group + 1] = intAt(starts, group + 1) + 1;
  }
  for (let group = 0; group < groups; group++) {
    starts[group + 1] = intAt(starts, group + 1) + intAt(starts, group);
  }
  return starts;
}
function scatterRows(groupOf, starts) {
  const next2 = starts.slice();
  const rows = new Int32Array(intAt(starts, starts.length - 1));
  for (let row = 0; row < groupOf.length; row++) {
    const group = intAt(groupOf, row);
    if (group < 0) continue;
    const place = intAt(next2, group);
    rows[place] = row;
    next2[group] = place + 1;
  }
  return rows;
}
function sortGroup(rows, start, end, compare) {
  if (end - start > SMALL_GROUP) {
    rows.subarray(start, end).sort(compare);
    return;
  }
  for (let place = start + 1; place < end; place++) {
    const row = intAt(rows, place);
    let free = place;
    while (free > start && compare(intAt(rows, free - 1), row) > 0) {
      rows[free] = intAt(rows, free - 1);
      free--;
    }
    rows[free] = row;
  }
}

// v3/src/engine/invoiceBook.ts
function invoiceBook(ledger) {
  const { invoices } = ledger;
  const voided = Uint8Array.from(invoices.status, (s) => Number(s === invoiceStatus("Voided")));
  const open = invoiceStatus("Open");
  const closed = Float64Array.from(
    invoices.closed,
    (moment, invoice) => byteAt(voided, invoice) === 1 || byteAt(invoices.status, invoice) === open ? NO_MOMENT : moment
  );
  const netCents = netOfCharges(ledger);
  const lines = groupRows(standingInvoice(ledger), invoices.length, byLineOrder(ledger));
  const { taxCents, totalCents } = totals(ledger, lines, netCents);
  return { lines, netCents, taxCents, totalCents, closed, voided };
}
function netOfCharges({ charges }) {
  const net = new Float64Array(charges.length);
  for (let charge = 0; charge < charges.length; charge++) {
    net[charge] = floatAt(charges.amount, charge) - floatAt(charges.discount, charge);
  }
  return net;
}
function standingInvoice({ charges, chargeInvoice }) {
  const voidedLine = chargesColumns.status.choices.indexOf("Voided");
  const invoice = new Int32Array(charges.length);
  for (let charge = 0; charge < charges.length; charge++) {
    const isVoided = byteAt(charges.status, charge) === voidedLine;
    invoice[charge] = isVoided ? NONE : intAt(chargeInvoice, charge);
  }
  return invoice;
}
function byLineOrder({ charges }) {
  return (a, b) => floatAt(charges.service, a) - floatAt(charges.service, b) || byId(textAt(charges.id, a), textAt(charges.id, b)) || intAt(charges.source, a) - intAt(charges.source, b) || intAt(charges.sheetRow, a) - intAt(charges.sheetRow, b);
}
function totals({ charges, invoices }, { starts, rows }, netCents) {
  const taxCents = new Float64Array(invoices.length);
  const totalCents = new Float64Array(invoices.length);
  for (let invoice = 0; invoice < invoices.length; invoice++) {
    let net = 0;
    let lineTax = 0;
    for (let place = intAt(starts, invoice); place < intAt(starts, invoice + 1); place++) {
      net += floatAt(netCents, intAt(rows, place));
      lineTax += floatAt(charges.tax.cents, intAt(rows, place));
    }
    const hasHeader = byteAt(invoices.tax.given, invoice) === 1;
    const tax = hasHeader ? floatAt(invoices.tax.cents, invoice) : lineTax;
    taxCents[invoice] = tax;
    totalCents[invoice] = tax + net;
  }
  return { taxCents, totalCents };
}

// v3/src/ledger/ledger.ts
var SEVERAL = -2;

// v3/src/engine/moneyEvents.ts
function moneyEvents(ledger, book) {
  const { payments, paid } = ledger;
  const parts = { payment: [], invoice: [], cents: [] };
  const inferred = [...paid.invoicesOf.keys()];
  if (inferred.length === 0) pushSingles(ledger, parts);
  else pushWithSplits(ledger, book, parts);
  const payment = Int32Array.from(parts.payment);
  const invoice = Int32Array.from(parts.invoice);
  const effective = Float64Array.from(payment, (row, event) => {
    const closed = floatAt(book.closed, intAt(invoice, event));
    const moment = floatAt(payments.date, row);
    return closed === NO_MOMENT ? moment : Math.max(moment, closed);
  });
  const byPayment = byPaymentOrder(ledger);
  const ofInvoice = groupRows(invoice, ledger.invoices.length, (a, b) => {
    return floatAt(effective, a) - floatAt(effective, b) || byPayment(intAt(payment, a), intAt(payment, b));
  });
  return {
    payment,
    invoice,
    cents: Float64Array.from(parts.cents),
    effective,
    ofInvoice,
    inferred
  };
}
function push(parts, payment, invoice, cents) {
  parts.payment.push(payment);
  parts.invoice.push(invoice);
  parts.cents.push(cents);
}
function pushSingles({ payments, paid }, parts) {
  for (let row = 0; row < payments.length; row++) {
    const invoice = intAt(paid.invoice, row);
    if (invoice !== NONE) push(parts, row, invoice, floatAt(paid.cents, row));
  }
}
function byPaymentOrder({ payments }) {
  return (a, b) => floatAt(payments.date, a) - floatAt(payments.date, b) || byId(textAt(payments.id, a), textAt(payments.id, b)) || intAt(payments.source, a) - intAt(payments.source, b) || intAt(payments.sheetRow, a) - intAt(payments.sheetRow, b);
}
function pushWithSplits(ledger, book, parts) {
  const { payments, paid } = ledger;
  const onInvoice = new Float64Array(ledger.invoices.length);
  const rows = Int32Array.from({ length: payments.length }, (_, row) => row);
  rows.sort(byPaymentOrder(ledger));
  for (const row of rows) {
    const invoice = intAt(paid.invoice, row);
    if (invoice === NONE) continue;
    const cents = floatAt(paid.cents, row);
    const named = invoice === SEVERAL ? paid.invoicesOf.get(row) ?? [] : [invoice];
    const order = [...named].sort(byClose(ledger, book));
    for (const [part, share] of split(order, cents, { book, onInvoice })) {
      onInvoice[part] = floatAt(onInvoice, part) + share;
      push(parts, row, part, share);
    }
  }
}
function byClose({ invoices }, { closed }) {
  const moment = (invoice) => {
    const known = floatAt(closed, invoice);
    return known === NO_MOMENT ? Number.MAX_SAFE_INTEGER : known;
  };
  return (a, b) => moment(a) - moment(b) || byId(textAt(invoices.number, a), textAt(invoices.number, b));
}
function split(order, cents, state) {
  const walked = cents < 0 ? [...order].reverse() : order;
  const shares = [];
  let rest = cents;
  for (const [place, invoice] of walked.entries()) {
    const level = floatAt(state.onInvoice, invoice);
    const due = Math.max(floatAt(state.book.totalCents, invoice) - level, 0);
    const room = cents < 0 ? -Math.min(Math.max(level, 0), -rest) : Math.min(due, rest);
    const share = place === walked.length - 1 ? rest : room;
    rest -= share;
    if (share !== 0 || walked.length === 1) shares.push([invoice, share]);
  }
  return shares;
}

// v3/src/core/cents.ts
var CENTS_MAX = Number.MAX_SAFE_INTEGER;
function centsText(cents) {
  const whole = Math.abs(cents);
  const fraction = String(whole % 100).padStart(2, "0");
  const sign = cents < 0 ? "-" : "";
  return `${sign}${Math.trunc(whole / 100)}.${fraction}`;
}

// v3/src/ledger/moneyTypes.ts
var moneyTypes = {
  Payment: { sign: "+", cash: true, onInvoice: true },
  Refund: { sign: "-", cash: true, onInvoice: true },
  "Returned Check": { sign: "-", cash: true, onInvoice: true },
  Reversal: { sign: "-", cash: true, onInvoice: true },
  Redeposit: { sign: "+", cash: true, onInvoice: true },
  Deposit: { sign: "+", cash: true, onInvoice: false },
  "Deposit Refund": { sign: "-", cash: true, onInvoice: false },
  "Credit Applied": { sign: "+", cash: false, onInvoice: true },
  Unapplied: { sign: "-", cash: false, onInvoice: true },
  Transfer: { sign: "any", cash: false, onInvoice: true },
  Void: { sign: "any", cash: false, onInvoice: false }
};
function typeOf(choice, row) {
  return at(paymentTypes, byteAt(choice, row));
}

// v3/src/ledger/linkPayments.ts
function linkPayments(tables, lookup, found) {
  const { length } = tables.Payments;
  const counts = new Uint8Array(length).fill(1);
  const cents = signedCents(tables, found.problems);
  cancelVoids(tables, counts, found);
  skipTransferHalves(tables, counts, found);
  tellTransferSums(tables, { counts, cents }, found.problems);
  const { invoice, invoicesOf } = linkInvoices(tables, lookup, {
    counts,
    problems: found.problems
  });
  return { counts, cents, invoice, invoicesOf };
}
function signedCents(tables, problems) {
  const { Payments: payments } = tables;
  const cents = Float64Array.from(payments.amount);
  const absolute = absoluteTypes(tables, problems);
  for (let row = 0; row < payments.length; row++) {
    const type = typeOf(payments.type, row);
    if (absolute.has(type)) cents[row] = -Math.abs(floatAt(cents, row)) || 0;
    const { sign } = moneyTypes[type];
    const amount2 = floatAt(cents, row);
    if (sign === "any" || amount2 === 0 || amount2 > 0 === (sign === "+")) continue;
    problems.push({
      code: "TYPE_SIGN",
      severity: "warned",
      ...rowPlace(tables, "Payments", { row, field: "amount" }),
      found: `${type} of ${centsText(amount2)}`,
      done: "used as it stands",
      fix: `a ${type} is ${sign === "+" ? "positive" : "negative"}; correct the sign or the type`,
      count: 1
    });
  }
  return cents;
}
function absoluteTypes(tables, problems) {
  const { Payments: payments } = tables;
  const positive = /* @__PURE__ */ new Map();
  const first = /* @__PURE__ */ new Map();
  const mixed = /* @__PURE__ */ new Set();
  for (let row = 0; row < payments.length; row++) {
    const type = typeOf(payments.type, row);
    const amount2 = floatAt(payments.amount, row);
    if (moneyTypes[type].sign !== "-" || amount2 === 0) continue;
    if (amount2 < 0) mixed.add(type);
    positive.set(type, (positive.get(type) ?? 0) + 1);
    if (!first.has(type)) first.set(type, row);
  }
  const absolute = new Set([...positive.keys()].filter((type) => !mixed.has(type)));
  for (const type of absolute) {
    problems.push({
      code: "TYPE_ABSOLUTE",
      severity: "noted",
      ...rowPlace(tables, "Payments", { row: first.get(type) ?? 0, field: "amount" }),
      found: `every ${type} is positive (${positive.get(type) ?? 0} rows)`,
      done: "read as absolute values: the money was given back",
      fix: `nothing, if ${type} rows are listed without a sign; else correct their signs`,
      count: positive.get(type) ?? 0
    });
  }
  return absolute;
}
function cancelVoids(tables, counts, found) {
  const { Payments: payments } = tables;
  const rowsOfId = /* @__PURE__ */ new Map();
  const voids = [];
  for (let row = 0; row < payments.length; row++) {
    if (byteAt(payments.voided, row) === 1) counts[row] = 0;
    if (typeOf(payments.type, row) === "Void") voids.push(row);
  }
  if (voids.length === 0) return;
  for (let row = 0; row < payments.length; row++) {
    const id = textAt(payments.id, row);
    rowsOfId.set(id, [...rowsOfId.get(id) ?? [], row]);
  }
  for (const row of voids) {
    counts[row] = 0;
    const named = textAt(payments.refundOf, row);
    if (named === "") found.takenOut.held.add(row);
    const targets = rowsOfId.get(named) ?? [];
    for (const target of targets) counts[target] = 0;
    if (named === "" || targets.length === 0) found.problems.push(voidProblem(tables, row, named));
  }
}
function voidProblem(tables, row, named) {
  const place = rowPlace(tables, "Payments", { row, field: "refundOf" });
  const namesNothing2 = named === "";
  return {
    code: namesNothing2 ? "VOID_NAMES_NOTHING" : "VOID_UNKNOWN_PAYMENT",
    severity: namesNothing2 ? "held" : "warned",
    ...place,
    found: namesNothing2 ? "a Void that names no payment" : `a Void of payment ${named}, which is not among the Payments`,
    done: namesNothing2 ? "left out of all totals" : "the Void counts nowhere",
    fix: "write the Payment ID of the cancelled payment into Refund Of",
    count: 1
  };
}
function skipTransferHalves(tables, counts, found) {
  const { Payments: payments } = tables;
  const halves = /* @__PURE__ */ new Map();
  const transfers = [];
  for (let row = 0; row < payments.length; row++) {
    if (byteAt(counts, row) === 0) continue;
    const type = typeOf(payments.type, row);
    if (type === "Credit Applied" || type === "Unapplied") {
      const key = mirrorKey(tables, row);
      halves.set(key, (halves.get(key) ?? 0) + 1);
    } else if (type === "Transfer" && namesNothing(tables, row)) {
      transfers.push(row);
    }
  }
  for (const row of transfers) {
    const key = mirrorKey(tables, row);
    const left = halves.get(key) ?? 0;
    if (left === 0) continue;
    halves.set(key, left - 1);
    counts[row] = 0;
    found.takenOut.skipped.add(row);
  }
  found.problems.push(...skippedHalves(tables, found.takenOut.skipped));
}
function skippedHalves(tables, rows) {
  const ofSource = /* @__PURE__ */ new Map();
  for (const row of [...rows].sort((a, b) => a - b)) {
    const source = intAt(tables.Payments.source, row);
    ofSource.set(source, [...ofSource.get(source) ?? [], row]);
  }
  return [...ofSource.values()].map((halves) => ({
    code: "TRANSFER_HALF",
    severity: "noted",
    ...rowPlace(tables, "Payments", { row: halves[0] ?? 0, field: "type" }),
    found: `${halves.length} Transfer row(s) that mirror a credit applied or unapplied of the same day, the first one here`,
    done: "skipped, because the credit rows already count the movements",
    fix: "nothing",
    count: halves.length
  }));
}
function namesNothing({ Payments: payments }, row) {
  const references = [payments.invoiceNumber, payments.chargeId, payments.provider];
  return references.every((column) => intAt(column.codes, row) === 0);
}
function mirrorKey({ Payments: payments }, row) {
  const day = dayOfMoment(floatAt(payments.date, row));
  return `${day} ${Math.abs(floatAt(payments.amount, row))} ${textAt(payments.accountId, row)}`;
}
function tellTransferSums(tables, paid, problems) {
  const { Payments: payments } = tables;
  const transfer = paymentTypes.indexOf("Transfer");
  const sums = /* @__PURE__ */ new Map();
  for (let row = 0; row < payments.length; row++) {
    if (byteAt(payments.type, row) !== transfer || byteAt(paid.counts, row) === 0) continue;
    const set = textAt(payments.id, row);
    const known = sums.get(set) ?? { sum: 0, row };
    sums.set(set, { sum: known.sum + floatAt(paid.cents, row), row: Math.min(known.row, row) });
  }
  const off = [...sums.values()].filter(({ sum: sum2 }) => sum2 !== 0);
  const total = off.reduce((sum2, one) => sum2 + one.sum, 0);
  if (total === 0) return;
  for (const { sum: sum2, row } of off) {
    problems.push({
      code: "TRANSFER_NOT_ZERO",
      severity: "warned",
      ...rowPlace(tables, "Payments", { row, field: "amount" }),
      found: `a Transfer whose rows sum to ${centsText(sum2)} instead of 0.00`,
      done: "used as it stands",
      fix: "add the other half of the transfer",
      count: 1
    });
  }
}
function linkInvoices(tables, lookup, known) {
  const { Payments: payments } = tables;
  const invoice = new Int32Array(payments.length).fill(NONE);
  const invoicesOf = /* @__PURE__ */ new Map();
  const numbersOf = payments.invoiceNumber.texts.map(invoiceNumbers);
  const ofChargeId = invoiceOfChargeId(tables, lookup.ofCharge);
  for (let row = 0; row < payments.length; row++) {
    const type = typeOf(payments.type, row);
    if (byteAt(known.counts, row) === 0 || !moneyTypes[type].onInvoice) continue;
    const numbers = at(numbersOf, intAt(payments.invoiceNumber.codes, row));
    const rows = numbers.flatMap((number) => lookup.byNumber.get(number) ?? []);
    const [only] = rows;
    const chargeId = textAt(payments.chargeId, row);
    if (rows.length < numbers.length) known.problems.push(unknownInvoice(tables, row));
    if (rows.length > 1) {
      invoice[row] = SEVERAL;
      invoicesOf.set(row, rows);
    } else if (numbers.length > 0) {
      invoice[row] = only ?? NONE;
    } else if (chargeId !== "") {
      invoice[row] = invoiceOf(tables, { row, chargeId, ofChargeId }, known.problems);
    }
  }
  return { invoice, invoicesOf };
}
function invoiceNumbers(text) {
  const numbers = text.split(/[;,|\n]/).map((number) => number.trim());
  return [...new Set(numbers.filter((number) => number !== ""))];
}
function invoiceOfChargeId({ Charges: charges }, ofCharge) {
  const byId2 = /* @__PURE__ */ new Map();
  for (let row = 0; row < charges.length; row++) {
    const id = textAt(charges.id, row);
    const invoice = intAt(ofCharge, row);
    const known = byId2.get(id);
    byId2.set(id, known === void 0 || known === invoice ? invoice : SEVERAL);
  }
  return byId2;
}
function invoiceOf(tables, named, problems) {
  const invoice = named.ofChargeId.get(named.chargeId);
  if (invoice !== void 0 && invoice !== SEVERAL) return invoice;
  const isUnknown = invoice === void 0;
  problems.push({
    code: isUnknown ? "PAYMENT_CHARGE_UNKNOWN" : "PAYMENT_CHARGE_AMBIGUOUS",
    severity: "warned",
    ...rowPlace(tables, "Payments", { row: named.row, field: "chargeId" }),
    found: isUnknown ? `charge ${named.chargeId}, which is not among the Charges` : `charge ${named.chargeId}, an id that stands on two invoices`,
    done: "the money is unallocated",
    fix: isUnknown ? "add the charge, or name the invoice" : "name the invoice as well",
    count: 1
  });
  return NONE;
}
function unknownInvoice(tables, row) {
  return {
    code: "PAYMENT_INVOICE_UNKNOWN",
    severity: "warned",
    ...rowPlace(tables, "Payments", { row, field: "invoiceNumber" }),
    found: `invoice ${textAt(tables.Payments.invoiceNumber, row)}, which is not (or not wholly) among the Invoices`,
    done: "the money goes to the invoices that are known, else it is unallocated",
    fix: "add the invoice to the Invoices table",
    count: 1
  };
}

// v3/src/ledger/providerNames.ts
var NO_PROVIDER = "No provider";
var titlesAndSuffixes = new Set(
  "dr doctor dvm vmd dds dmd md do dc dpm od pa np rn rdh phd jr sr ii iii iv mr mrs ms mx prof".split(
    " "
  )
);
function lastNameOf(name) {
  const comma = name.indexOf(",");
  const beforeComma = withoutTitles(comma > 0 ? name.slice(0, comma) : "");
  const afterComma = comma > 0 ? withoutTitles(name.slice(comma + 1)) : [];
  if (beforeComma.length > 0 && afterComma.length > 0) return beforeComma.join(" ");
  const words = beforeComma.length > 0 ? beforeComma : withoutTitles(name);
  return words[words.length - 1] ?? name.toLowerCase();
}
function withoutTitles(text) {
  const words = text.toLowerCase().split(/[\s,]+/);
  return words.filter((word) => word !== "" && !titlesAndSuffixes.has(word.replace(/[.]/g, "")));
}
function providerNames(tables, problems) {
  const { Charges: charges } = tables;
  const known = knownProviders(tables, problems);
  const shownOfCode = charges.provider.texts.map((text) => shownName(text, known));
  const used = /* @__PURE__ */ new Set();
  for (let row = 0; row < charges.length; row++) {
    used.add(at(shownOfCode, intAt(charges.provider.codes, row)));
  }
  const lastNames = new Map([...known.values()].map((p) => [p.shown, p.lastName]));
  const names = [...used].sort(byLastName(lastNames));
  const placeOfName = new Map(names.map((name, place) => [name, place]));
  const placeOfCode = shownOfCode.map((shown) => placeOfName.get(shown) ?? 0);
  const ofCharge = new Int32Array(charges.length);
  for (let row = 0; row < charges.length; row++) {
    ofCharge[row] = at(placeOfCode, intAt(charges.provider.codes, row));
  }
  const hidden = new Set([...known.values()].filter((p) => p.hidden).map((p) => p.shown));
  return { names, ofCharge, hidden };
}
function shownName(written, known) {
  if (written === "") return NO_PROVIDER;
  return known.get(written)?.shown ?? written;
}
function byLastName(lastNames) {
  const key = (name) => (lastNames.get(name) ?? "") || lastNameOf(name);
  return (a, b) => {
    if (a === NO_PROVIDER || b === NO_PROVIDER) return a === b ? 0 : a === NO_PROVIDER ? 1 : -1;
    return byCodeUnit(key(a), key(b)) || byCodeUnit(a.toLowerCase(), b.toLowerCase()) || byCodeUnit(a, b);
  };
}
function knownProviders(tables, problems) {
  const { Providers: providers } = tables;
  const known = /* @__PURE__ */ new Map();
  for (let row = 0; row < providers.length; row++) {
    const shown = textAt(providers.provider, row);
    const lastName = textAt(providers.lastName, row).toLowerCase();
    const entry = { shown, lastName, hidden: byteAt(providers.hidden, row) === 1 };
    const aliases = textAt(providers.aliases, row).split(";");
    for (const name of [shown, ...aliases].map((alias) => alias.trim())) {
      const earlier = known.get(name);
      if (name === "" || earlier?.shown === shown) continue;
      if (earlier === void 0) known.set(name, entry);
      else problems.push(aliasTwice(tables, row, [earlier.shown, shown]));
    }
  }
  return known;
}
function aliasTwice(tables, row, names) {
  return {
    code: "PROVIDER_ALIAS_TWICE",
    severity: "stopped",
    ...rowPlace(tables, "Providers", { row, field: "aliases" }),
    found: `one alias for ${names.join(" and ")}`,
    done: "nothing was computed",
    fix: "give the alias to one provider only",
    count: 1
  };
}

// v3/src/ledger/problem.ts
var severities = ["stopped", "held", "warned", "noted"];
function byPlace(a, b) {
  return severities.indexOf(a.severity) - severities.indexOf(b.severity) || byCodeUnit(a.sheet, b.sheet) || rowOf(a.cell) - rowOf(b.cell) || byCodeUnit(a.cell, b.cell) || byCodeUnit(a.code, b.code) || byCodeUnit(a.found, b.found);
}
function rowOf(cell) {
  return Number(/\d+$/.exec(cell)?.[0] ?? 0);
}
var TOLD_EACH = 200;
function inOrder(problems) {
  const told = /* @__PURE__ */ new Map();
  const result = [];
  for (const problem of [...problems].sort(byPlace)) {
    const key = `${problem.code} ${problem.sheet}`;
    const group = told.get(key) ?? { told: 0, last: problem, rest: 0 };
    told.set(key, group);
    if (group.told++ < TOLD_EACH) result.push(problem);
    else group.rest += problem.count;
  }
  for (const { last, rest } of told.values()) {
    if (rest > 0) result.push({ ...last, found: `${rest} more of the same kind`, count: rest });
  }
  return result.sort(byPlace);
}

// v3/src/ledger/buildLedger.ts
function buildLedger(tables) {
  const problems = [];
  const takenOut = { held: /* @__PURE__ */ new Set(), skipped: /* @__PURE__ */ new Set() };
  const byNumber = invoicesByNumber(tables, problems);
  const chargeInvoice = linkCharges(tables, byNumber, problems);
  const lookup = { byNumber, ofCharge: chargeInvoice };
  const paid = linkPayments(tables, lookup, { problems, takenOut });
  const providers = providerNames(tables, problems);
  return {
    tables,
    charges: tables.Charges,
    invoices: tables.Invoices,
    payments: tables.Payments,
    providers,
    chargeInvoice,
    paid,
    sources: settleRows(tables, takenOut),
    problems: inOrder([...tables.problems, ...problems])
  };
}
function settleRows(tables, takenOut) {
  const { Payments: payments } = tables;
  const sources = tables.sources.map((source) => ({ ...source, rows: { ...source.rows } }));
  for (const [into, rows] of [
    ["held", takenOut.held],
    ["skipped", takenOut.skipped]
  ]) {
    for (const row of rows) {
      const equation = at(sources, intAt(payments.source, row)).rows;
      const cents = floatAt(payments.amount, row);
      equation.used -= 1;
      equation.usedCents -= cents;
      equation[into] += 1;
      equation[`${into}Cents`] += cents;
    }
  }
  return sources;
}

// v3/bench/answer.ts
var import_node_crypto = require("node:crypto");

// v3/samples/random.ts
function random(seed) {
  let state = seed >>> 0;
  const next2 = () => {
    state = state + 1831565813 >>> 0;
    let mixed = Math.imul(state ^ state >>> 15, state | 1);
    mixed ^= mixed + Math.imul(mixed ^ mixed >>> 7, mixed | 61);
    return ((mixed ^ mixed >>> 14) >>> 0) / 4294967296;
  };
  const whole = (low, high) => low + Math.floor(next2() * (high - low + 1));
  return {
    next: next2,
    whole,
    pick(items) {
      const item = items[whole(0, items.length - 1)];
      if (item === void 0) throw new Error("nothing to pick from");
      return item;
    },
    chance: (share) => next2() < share
  };
}

// v3/bench/workload.ts
var SEED = 20260101;
var PROVIDERS = 25;
var PRODUCTS = 400;
var TAGS = 12;
var YEAR = 2025;
var OPEN = -1;
function firstDay(month) {
  const serial = serialOfCivil({
    year: YEAR + Math.floor((month - 1) / 12),
    month: (month - 1) % 12 + 1,
    day: 1
  });
  if (serial === void 0) throw new Error(`there is no month ${month}`);
  return serial;
}
var START = firstDay(1) - 366;
var LAST_VISIT = firstDay(13) - 1;
function workload(lineCount) {
  const draw = random(SEED);
  const lines = columns(["invoice", "provider", "product", "tag", "day", "cents"]);
  const invoices = columns(["taxCents", "closedDay"]);
  const payments = columns(["invoice", "day", "cents"]);
  const invoiceCount = Math.floor(lineCount / 3);
  let pairedLines = 3;
  for (let invoice = 0; invoice < invoiceCount; invoice++) {
    const isFirstOfPair = invoice % 2 === 0 && invoice + 1 < invoiceCount;
    pairedLines = isFirstOfPair ? draw.whole(1, 5) : invoice % 2 === 1 ? 6 - pairedLines : 3;
    const isLast = invoice === invoiceCount - 1;
    const size = pairedLines + (isLast ? lineCount - invoiceCount * 3 : 0);
    const visitDay = draw.whole(START, LAST_VISIT);
    const closedDay = visitDay + (draw.chance(0.6) ? 0 : draw.whole(1, 30));
    const net = drawLines(draw, { invoice, size, visitDay, closedDay }, lines);
    const taxCents = draw.chance(0.5) ? Math.round(net * 0.0625) : 0;
    invoices.add([taxCents, draw.chance(0.06) ? OPEN : closedDay]);
    drawPayments(draw, { invoice, visitDay, total: net + taxCents }, payments);
  }
  return {
    lines: lines.inDayOrder(),
    invoices: invoices.finish(),
    payments: payments.inDayOrder()
  };
}
function columns(names) {
  const values = names.map(() => []);
  const finish = (order) => {
    const entries = names.map((name, place) => {
      const column = values[place];
      return [name, order ? order.map((row) => column[row]) : Int32Array.from(column)];
    });
    return Object.fromEntries(entries);
  };
  return {
    add(row) {
      for (let place = 0; place < values.length; place++) values[place].push(row[place]);
    },
    finish: () => finish(),
    inDayOrder() {
      const days = values[names.indexOf("day")];
      const order = Int32Array.from(days, (_, row) => row);
      return finish(order.sort((a, b) => days[a] - days[b] || a - b));
    }
  };
}
function drawLines(draw, visit, lines) {
  const main = draw.whole(0, PROVIDERS - 1);
  let net = 0;
  for (let line = 0; line < visit.size; line++) {
    const provider2 = draw.chance(0.7) ? main : draw.whole(0, PROVIDERS - 1);
    const product = Math.floor(PRODUCTS * draw.next() ** 2);
    const tag = Math.floor(TAGS * draw.next() ** 2);
    const day = draw.chance(0.8) ? visit.visitDay : draw.whole(visit.visitDay, visit.closedDay);
    const cents = draw.chance(0.01) ? 0 : 500 + Math.floor(6e4 * draw.next() ** 3);
    lines.add([visit.invoice, provider2, product, tag, day, cents]);
    net += cents;
  }
  return net;
}
function drawPayments(draw, of, payments) {
  const { invoice, visitDay, total } = of;
  if (draw.chance(0.1)) return;
  const day = () => visitDay + (draw.chance(0.5) ? 0 : draw.whole(1, 90));
  const kind = draw.next();
  const underpaid = kind < 0.22;
  const overpaid = kind > 0.97;
  const paid = underpaid ? Math.floor(total * draw.next()) : total + (overpaid ? draw.whole(1, 1e4) : 0);
  let rest = paid;
  for (let left = draw.whole(1, 4); left > 0; left--) {
    const cents = left === 1 ? rest : Math.floor(rest * draw.next());
    rest -= cents;
    if (cents > 0) payments.add([invoice, day(), cents]);
  }
  if (paid > 0 && draw.chance(0.03)) {
    const refunded = draw.chance(0.5) ? paid : draw.whole(1, paid);
    payments.add([invoice, day(), -refunded]);
  }
}

// v3/bench/answer.ts
var MONTHS = 12;
function emptyAnswer() {
  return {
    providerMonths: new Float64Array(PROVIDERS * MONTHS),
    taxMonths: new Float64Array(MONTHS),
    unallocatedMonths: new Float64Array(MONTHS)
  };
}
function digestOf(answer) {
  const cells = [answer.providerMonths, answer.taxMonths, answer.unallocatedMonths];
  const text = cells.map((column) => column.join(",")).join(";");
  return (0, import_node_crypto.createHash)("sha256").update(text).digest("hex").slice(0, 16);
}

// v3/bench/tables.ts
function providerName(provider2) {
  return `Dr. Provider${String(provider2 + 1).padStart(2, "0")}`;
}
function tablesOf({ lines, invoices, payments }) {
  const invoiceTexts = numbered(invoices.taxCents.length, "invoice");
  const givenTax = new Uint8Array(invoices.taxCents.length).fill(1);
  return {
    Charges: tableOf("Charges", lines.day.length, {
      id: { codes: lines.day.map((_, row) => row + 1), texts: numbered(lines.day.length, "row") },
      service: Float64Array.from(lines.day, startOfDay),
      provider: { codes: lines.provider.map(next), texts: texts(lines.provider, providerName) },
      code: { codes: lines.product.map(next), texts: texts(lines.product, (n) => `P${n}`) },
      invoiceTag: { codes: lines.tag.map(next), texts: texts(lines.tag, (n) => `Tag ${n}`) },
      amount: Float64Array.from(lines.cents),
      invoiceNumber: { codes: lines.invoice.map(next), texts: invoiceTexts }
    }),
    Invoices: tableOf("Invoices", invoices.taxCents.length, {
      number: { codes: invoices.taxCents.map((_, row) => row + 1), texts: invoiceTexts },
      closed: Float64Array.from(
        invoices.closedDay,
        (day) => day === OPEN ? NO_MOMENT : startOfDay(day)
      ),
      tax: { cents: Float64Array.from(invoices.taxCents), given: givenTax }
    }),
    Payments: tableOf("Payments", payments.day.length, {
      id: {
        codes: payments.day.map((_, row) => row + 1),
        texts: numbered(payments.day.length, "row")
      },
      date: Float64Array.from(payments.day, startOfDay),
      type: Uint8Array.from(
        payments.cents,
        (cents) => paymentTypes.indexOf(cents < 0 ? "Refund" : "Payment")
      ),
      amount: Float64Array.from(payments.cents),
      invoiceNumber: { codes: payments.invoice.map(next), texts: invoiceTexts }
    }),
    Providers: tableOf("Providers", 0, {}),
    sources: ["Charges", "Invoices", "Payments"].map(sourceOf),
    problems: []
  };
}
function next(place) {
  return place + 1;
}
function texts(places, textOf) {
  const most = places.reduce((highest, place) => Math.max(highest, place), 0);
  return ["", ...Array.from({ length: most + 1 }, (_, place) => textOf(place))];
}
function numbered(count, of) {
  const first = of === "row" ? 1000001 : 500001;
  return ["", ...Array.from({ length: count }, (_, row) => String(first + row))];
}
function tableOf(kind, length, filled) {
  const source = new Int32Array(length).fill(kind === "Payments" ? 2 : kind === "Invoices" ? 1 : 0);
  const table = {
    length,
    source,
    sheetRow: Int32Array.from(source, (_, row) => row + 2)
  };
  for (const [field, spec] of Object.entries(readKinds[kind])) {
    table[field] = filled[field] ?? blankColumn(spec, length);
  }
  return table;
}
function blankColumn({ type, blank }, length) {
  switch (type) {
    case "text":
      return { codes: new Int32Array(length), texts: [""] };
    case "cents":
      return new Float64Array(length);
    case "optionalCents":
      return { cents: new Float64Array(length), given: new Uint8Array(length) };
    case "moment":
      return new Float64Array(length).fill(NO_MOMENT);
    case "flag":
    case "voided":
    case "choice":
      return new Uint8Array(length).fill(blank === "Yes" ? 1 : 0);
  }
}
function sourceOf(kind) {
  const rows = { read: 0, used: 0, skipped: 0, held: 0, unreadable: 0 };
  const cents = { readCents: 0, usedCents: 0, skippedCents: 0, heldCents: 0 };
  return { kind, sheet: kind, table: kind, headerRow: 1, fields: /* @__PURE__ */ new Map(), rows: { ...rows, ...cents } };
}

// v3/bench/ourEngine.ts
function run(ledger) {
  const moments = [performance.now()];
  const pass = (result) => {
    moments.push(performance.now());
    return result;
  };
  const book = pass(invoiceBook(ledger));
  const events = pass(moneyEvents(ledger, book));
  const allocation = pass(allocate(book, events, "chronological"));
  const answer = pass(collectedByMonth(ledger, allocation));
  const names = ["invoiceBook", "moneyEvents", "allocate", "collected \xD7 12"];
  return { answer, steps: names.map((name, step) => [name, moments[step + 1] - moments[step]]) };
}
function collectedByMonth(ledger, allocation) {
  const answer = emptyAnswer();
  const placeOfName = new Map(ledger.providers.names.map((name, place) => [name, place]));
  const places = Int32Array.from({ length: PROVIDERS }, (_, provider2) => {
    return placeOfName.get(providerName(provider2)) ?? -1;
  });
  for (let month = 0; month < MONTHS; month++) {
    const first = startOfDay(firstDay(month + 1));
    const period = { from: first, to: endOfDay(firstDay(month + 2) - 1) };
    const sums = collectedInPeriod(ledger, allocation, period);
    for (const [provider2, place] of places.entries()) {
      answer.providerMonths[provider2 * MONTHS + month] = sums.byProvider[place] ?? 0;
    }
    answer.taxMonths[month] = sums.taxCents;
    answer.unallocatedMonths[month] = sums.unallocatedCents;
  }
  return answer;
}
function collectedInPeriod({ charges, invoices, providers }, allocation, period) {
  const size = { charges: charges.length, invoices: invoices.length };
  const { lineCents, touched, taxCents, unallocatedCents } = collected(allocation, period, size);
  const byProvider = new Float64Array(providers.names.length);
  for (let charge = 0; charge < touched.length; charge++) {
    if (touched[charge] === 0) continue;
    const provider2 = intAt(providers.ofCharge, charge);
    byProvider[provider2] = floatAt(byProvider, provider2) + floatAt(lineCents, charge);
  }
  return { byProvider, taxCents: sum(taxCents), unallocatedCents: sum(unallocatedCents) };
}
function sum(column) {
  let total = 0;
  for (const cents of column) total += cents;
  return total;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  buildLedger,
  digestOf,
  run,
  tablesOf,
  workload
});
