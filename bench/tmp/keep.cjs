"use strict";
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __name = (target, value) => __defProp(target, "name", { value, configurable: true });
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toCommonJS = (mod2) => __copyProps(__defProp({}, "__esModule", { value: true }), mod2);

// engineProcess.ts
var engineProcess_exports = {};
module.exports = __toCommonJS(engineProcess_exports);

// answer.ts
var import_node_crypto = require("node:crypto");

// ../src/core/day.ts
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
__name(serialOfCivil, "serialOfCivil");
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
__name(civilOfSerial, "civilOfSerial");
function isSerialDay(serial) {
  return serial >= FIRST_DAY && serial <= LAST_DAY;
}
__name(isSerialDay, "isSerialDay");
function daysInMonth(year, month) {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
__name(daysInMonth, "daysInMonth");
function isLeapYear(year) {
  return year % 4 === 0 && year % 100 !== 0 || year % 400 === 0;
}
__name(isLeapYear, "isLeapYear");
function dayOfMoment(moment) {
  return Math.floor(moment / SECONDS_PER_DAY);
}
__name(dayOfMoment, "dayOfMoment");
function startOfDay(serialDay) {
  return serialDay * SECONDS_PER_DAY;
}
__name(startOfDay, "startOfDay");
function endOfDay(serialDay) {
  return serialDay * SECONDS_PER_DAY + SECONDS_PER_DAY - 1;
}
__name(endOfDay, "endOfDay");
function dayText(serialDay) {
  const { year, month, day } = civilOfSerial(serialDay);
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}
__name(dayText, "dayText");
function two(n) {
  return String(n).padStart(2, "0");
}
__name(two, "two");

// ../samples/random.ts
function random(seed) {
  let state = seed >>> 0;
  const next2 = /* @__PURE__ */ __name(() => {
    state = state + 1831565813 >>> 0;
    let mixed = Math.imul(state ^ state >>> 15, state | 1);
    mixed ^= mixed + Math.imul(mixed ^ mixed >>> 7, mixed | 61);
    return ((mixed ^ mixed >>> 14) >>> 0) / 4294967296;
  }, "next");
  const whole = /* @__PURE__ */ __name((low, high) => low + Math.floor(next2() * (high - low + 1)), "whole");
  return {
    next: next2,
    whole,
    pick(items) {
      const item = items[whole(0, items.length - 1)];
      if (item === void 0) throw new Error("nothing to pick from");
      return item;
    },
    chance: /* @__PURE__ */ __name((share) => next2() < share, "chance")
  };
}
__name(random, "random");

// workload.ts
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
__name(firstDay, "firstDay");
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
__name(workload, "workload");
function columns(names) {
  const values = names.map(() => []);
  const finish = /* @__PURE__ */ __name((order) => {
    const entries = names.map((name, place) => {
      const column = values[place];
      return [name, order ? order.map((row) => column[row]) : Int32Array.from(column)];
    });
    return Object.fromEntries(entries);
  }, "finish");
  return {
    add(row) {
      for (let place = 0; place < values.length; place++) values[place].push(row[place]);
    },
    finish: /* @__PURE__ */ __name(() => finish(), "finish"),
    inDayOrder() {
      const days = values[names.indexOf("day")];
      const order = Int32Array.from(days, (_, row) => row);
      return finish(order.sort((a, b) => days[a] - days[b] || a - b));
    }
  };
}
__name(columns, "columns");
function drawLines(draw, visit, lines) {
  const main2 = draw.whole(0, PROVIDERS - 1);
  let net = 0;
  for (let line = 0; line < visit.size; line++) {
    const provider2 = draw.chance(0.7) ? main2 : draw.whole(0, PROVIDERS - 1);
    const product = Math.floor(PRODUCTS * draw.next() ** 2);
    const tag2 = Math.floor(TAGS * draw.next() ** 2);
    const day = draw.chance(0.8) ? visit.visitDay : draw.whole(visit.visitDay, visit.closedDay);
    const cents = draw.chance(0.01) ? 0 : 500 + Math.floor(6e4 * draw.next() ** 3);
    lines.add([visit.invoice, provider2, product, tag2, day, cents]);
    net += cents;
  }
  return net;
}
__name(drawLines, "drawLines");
function drawPayments(draw, of, payments) {
  const { invoice, visitDay, total } = of;
  if (draw.chance(0.1)) return;
  const day = /* @__PURE__ */ __name(() => visitDay + (draw.chance(0.5) ? 0 : draw.whole(1, 90)), "day");
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
__name(drawPayments, "drawPayments");

// answer.ts
var MONTHS = 12;
function emptyAnswer() {
  return {
    providerMonths: new Float64Array(PROVIDERS * MONTHS),
    taxMonths: new Float64Array(MONTHS),
    unallocatedMonths: new Float64Array(MONTHS)
  };
}
__name(emptyAnswer, "emptyAnswer");
function digestOf(answer) {
  const cells = [answer.providerMonths, answer.taxMonths, answer.unallocatedMonths];
  const text = cells.map((column) => column.join(",")).join(";");
  return (0, import_node_crypto.createHash)("sha256").update(text).digest("hex").slice(0, 16);
}
__name(digestOf, "digestOf");

// duckDbEngine.ts
var import_node_fs = require("node:fs");
var import_node_path = require("node:path");
var CHUNK_ROWS = 2048;
var duckDbEngine = {
  async load(work) {
    const packageName = "@duckdb/node-api";
    const duckDb = await import(packageName);
    const instance = await duckDb.DuckDBInstance.create(":memory:", { threads: "2" });
    const connection = await instance.connect();
    await loadTables(duckDb, connection, work);
    const sql = (0, import_node_fs.readFileSync)((0, import_node_path.join)(__dirname, "allocation.sql"), "utf8").replaceAll(":from", dayLiteral(firstDay(1))).replaceAll(":to", dayLiteral(firstDay(13) - 1));
    return {
      loading: [],
      async run() {
        const result = await connection.runAndReadAll(sql);
        const answer = emptyAnswer();
        for (const [kind, provider2, month, cents] of result.getRows().map((row) => row.map(Number))) {
          const place = month - 1;
          if (kind === 0) answer.providerMonths[provider2 * MONTHS + place] = cents;
          else if (kind === 1) answer.taxMonths[place] = cents;
          else answer.unallocatedMonths[place] = cents;
        }
        return { answer, steps: [] };
      }
    };
  }
};
function dayLiteral(serialDay) {
  return `(DATE '1899-12-30' + ${serialDay})`;
}
__name(dayLiteral, "dayLiteral");
async function loadTables(duckDb, connection, { lines, invoices, payments }) {
  const day = /* @__PURE__ */ __name((column) => `DATE '1899-12-30' + ${column}`, "day");
  await append(duckDb, connection, "raw_lines", lines);
  await connection.run(`CREATE TABLE lines AS SELECT row_number::INTEGER AS seq, invoice, provider,
    product, tag, ${day("day")} AS date, cents::BIGINT AS amount FROM raw_lines ORDER BY seq`);
  await append(duckDb, connection, "raw_invoices", invoices);
  await connection.run(`CREATE TABLE invoices AS SELECT row_number::INTEGER AS id,
    taxCents::BIGINT AS tax, CASE WHEN closedDay >= 0 THEN ${day("closedDay")} END AS close
    FROM raw_invoices ORDER BY id`);
  await append(duckDb, connection, "raw_payments", payments);
  await connection.run(`CREATE TABLE events AS SELECT row_number::INTEGER AS seq, invoice,
    ${day("day")} AS date, cents::BIGINT AS amount FROM raw_payments ORDER BY seq`);
  for (const table of ["raw_lines", "raw_invoices", "raw_payments"]) {
    await connection.run(`DROP TABLE ${table}`);
  }
}
__name(loadTables, "loadTables");
async function append({ DuckDBDataChunk, INTEGER }, connection, table, columns2) {
  const named = { ...columns2, row_number: Object.values(columns2)[0].map((_, row) => row) };
  const names = Object.keys(named).map((name) => `${name} INTEGER`);
  await connection.run(`CREATE TABLE ${table} (${names.join(", ")})`);
  const appender = await connection.createAppender(table);
  const types = names.map(() => INTEGER);
  for (let row = 0; row < named.row_number.length; row += CHUNK_ROWS) {
    const chunk = DuckDBDataChunk.create(types);
    chunk.setColumns(Object.values(named).map((column) => [...column.subarray(row, row + CHUNK_ROWS)]));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}
__name(append, "append");

// ../src/core/assert.ts
function assert(condition, what) {
  if (!condition) throw new Error(`Practice Ledger has a bug: ${what}`);
}
__name(assert, "assert");
function at(column, row) {
  const element = column[row];
  if (element === void 0) outside(row, column.length);
  return element;
}
__name(at, "at");
function outside(row, length) {
  assert(false, `row ${row} lies outside a column of ${length} rows`);
}
__name(outside, "outside");

// ../src/core/brand.ts
var NONE = -1;
var NO_MOMENT = -1;

// ../src/core/column.ts
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
__name(growing, "growing");
function countKept(keep, length) {
  let kept = 0;
  for (let row = 0; row < length; row++) kept += at(keep, row);
  return kept;
}
__name(countKept, "countKept");
function compact(from, into, length, keep) {
  if (keep === void 0) {
    into.set(from.subarray(0, length));
    return into;
  }
  let next2 = 0;
  for (let row = 0; row < length; row++) {
    if (at(keep, row) === 1) into[next2++] = at(from, row);
  }
  return into;
}
__name(compact, "compact");
function growingFloats() {
  return growing((length) => new Float64Array(length));
}
__name(growingFloats, "growingFloats");
function growingInts() {
  return growing((length) => new Int32Array(length));
}
__name(growingInts, "growingInts");
function textAt(column, row) {
  return at(column.texts, at(column.codes, row));
}
__name(textAt, "textAt");

// ../src/engine/waterfall.ts
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
__name(stand, "stand");
function takeNegatives(cents, pool, standing) {
  let wider = pool;
  for (let bucket = 0; bucket < cents.length; bucket++) {
    const amount2 = at(cents, bucket);
    if (amount2 >= 0) continue;
    standing[bucket] = amount2;
    wider -= amount2;
  }
  return wider;
}
__name(takeNegatives, "takeNegatives");
function walk(cents, pool, negativeLines, standing) {
  let left = pool;
  for (let bucket = 0; bucket < cents.length; bucket++) {
    const amount2 = at(cents, bucket);
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
__name(walk, "walk");

// ../src/engine/allocate.ts
var TAX = -2;
var UNALLOCATED = -3;
function allocate(book, events, negativeLines) {
  const rows = allocationRows();
  const buckets = bucketReader(book);
  for (let invoice = 0; invoice < book.closed.length; invoice++) {
    if (at(book.closed, invoice) === NO_MOMENT) continue;
    if (isPlain(book, invoice)) pourPlain(book, events, invoice, rows);
    else walkInvoice({ book, events, invoice, rows }, buckets(invoice), negativeLines);
  }
  return rows.finish();
}
__name(allocate, "allocate");
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
    finish: /* @__PURE__ */ __name(() => ({
      length: event.length,
      event: event.finish(),
      invoice: invoice.finish(),
      charge: charge.finish(),
      cents: cents.finish(),
      effective: effective.finish()
    }), "finish")
  };
}
__name(allocationRows, "allocationRows");
function isPlain(book, invoice) {
  if (at(book.totalCents, invoice) <= 0 || at(book.taxCents, invoice) < 0) return false;
  const { starts, rows } = book.lines;
  for (let place = at(starts, invoice); place < at(starts, invoice + 1); place++) {
    if (at(book.netCents, at(rows, place)) < 0) return false;
  }
  return true;
}
__name(isPlain, "isPlain");
function pourPlain(book, events, invoice, rows) {
  const { starts, rows: eventRows } = events.ofInvoice;
  const total = at(book.totalCents, invoice);
  let level = 0;
  for (let place = at(starts, invoice); place < at(starts, invoice + 1); place++) {
    const event = at(eventRows, place);
    const before = level;
    level += at(events.cents, event);
    const effective = at(events.effective, event);
    const from = clamp(before, 0, total);
    const to = clamp(level, 0, total);
    if (from !== to) pourBetween(book, { event, invoice, effective }, { from, to }, rows);
    const unallocated = level - to - (before - from);
    if (unallocated !== 0) {
      rows.push({ event, invoice, charge: UNALLOCATED, cents: unallocated, effective });
    }
  }
}
__name(pourPlain, "pourPlain");
function pourBetween(book, of, level, rows) {
  const { event, invoice, effective } = of;
  const { starts, rows: lineRows } = book.lines;
  const first = at(starts, invoice);
  const end = at(starts, invoice + 1);
  const low = Math.min(level.from, level.to);
  const high = Math.max(level.from, level.to);
  let floor2 = 0;
  for (let place = first - 1; place < end && floor2 < high; place++) {
    const isTax = place < first;
    const charge = isTax ? TAX : at(lineRows, place);
    const size = isTax ? at(book.taxCents, invoice) : at(book.netCents, charge);
    const ceiling = floor2 + size;
    if (ceiling > low && size > 0) {
      const cents = clamp(level.to, floor2, ceiling) - clamp(level.from, floor2, ceiling);
      rows.push({ event, invoice, charge, cents, effective });
    }
    floor2 = ceiling;
  }
}
__name(pourBetween, "pourBetween");
function clamp(value, low, high) {
  return value < low ? low : value > high ? high : value;
}
__name(clamp, "clamp");
function bucketReader(book) {
  return (invoice) => {
    const { starts, rows } = book.lines;
    const lines = rows.subarray(at(starts, invoice), at(starts, invoice + 1));
    const cents = new Float64Array(lines.length + 1);
    const charges = new Int32Array(lines.length + 1);
    cents[0] = at(book.taxCents, invoice);
    charges[0] = TAX;
    for (let line = 0; line < lines.length; line++) {
      charges[line + 1] = at(lines, line);
      cents[line + 1] = at(book.netCents, at(lines, line));
    }
    return { cents, charges, total: at(book.totalCents, invoice) };
  };
}
__name(bucketReader, "bucketReader");
function walkInvoice(of, buckets, negativeLines) {
  const { book, events, invoice, rows } = of;
  let before = new Float64Array(buckets.cents.length);
  let after = new Float64Array(buckets.cents.length);
  let rest = 0;
  let paid = 0;
  const settle = /* @__PURE__ */ __name((event, effective) => {
    const left = stand(buckets, paid, negativeLines, after);
    for (let bucket = 0; bucket < after.length; bucket++) {
      const cents = at(after, bucket) - at(before, bucket);
      const charge = at(buckets.charges, bucket);
      if (cents !== 0) rows.push({ event, invoice, charge, cents, effective });
    }
    const unallocated = left - rest;
    if (unallocated !== 0) {
      rows.push({ event, invoice, charge: UNALLOCATED, cents: unallocated, effective });
    }
    [before, after, rest] = [after, before, left];
  }, "settle");
  settle(NONE, at(book.closed, invoice));
  const { starts, rows: eventRows } = events.ofInvoice;
  for (let place = at(starts, invoice); place < at(starts, invoice + 1); place++) {
    const event = at(eventRows, place);
    paid += at(events.cents, event);
    settle(event, at(events.effective, event));
  }
}
__name(walkInvoice, "walkInvoice");

// ../src/engine/collected.ts
function collected(allocation, period, size) {
  const lineCents = new Float64Array(size.charges);
  const touched = new Uint8Array(size.charges);
  const taxCents = new Float64Array(size.invoices);
  const unallocatedCents = new Float64Array(size.invoices);
  for (let row = 0; row < allocation.length; row++) {
    const moment = at(allocation.effective, row);
    if (moment < period.from || moment > period.to) continue;
    const charge = at(allocation.charge, row);
    const invoice = at(allocation.invoice, row);
    const cents = at(allocation.cents, row);
    if (charge === TAX) {
      taxCents[invoice] = at(taxCents, invoice) + cents;
    } else if (charge === UNALLOCATED) {
      unallocatedCents[invoice] = at(unallocatedCents, invoice) + cents;
    } else {
      lineCents[charge] = at(lineCents, charge) + cents;
      touched[charge] = 1;
    }
  }
  return { lineCents, touched, taxCents, unallocatedCents };
}
__name(collected, "collected");

// ../src/core/order.ts
function byCodeUnit(a, b) {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
__name(byCodeUnit, "byCodeUnit");
var wholeNumber = /^\d{1,15}$/;
function byId(a, b) {
  const aIsNumber = wholeNumber.test(a);
  const bIsNumber = wholeNumber.test(b);
  if (aIsNumber && bIsNumber) return Number(a) - Number(b) || byCodeUnit(a, b);
  if (aIsNumber !== bIsNumber) return aIsNumber ? -1 : 1;
  return byCodeUnit(a, b);
}
__name(byId, "byId");

// ../src/ledger/kinds.ts
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

// ../src/ledger/tables.ts
function cellAddress(sheetColumn, sheetRow) {
  return `${columnLetters(sheetColumn)}${sheetRow}`;
}
__name(cellAddress, "cellAddress");
function columnLetters(sheetColumn) {
  let rest = sheetColumn;
  let letters = "";
  while (rest >= 0) {
    letters = String.fromCharCode(65 + rest % 26) + letters;
    rest = Math.floor(rest / 26) - 1;
  }
  return letters;
}
__name(columnLetters, "columnLetters");
function rowPlace(tables, kind, place) {
  const { source, sheetRow } = tables[kind];
  const { sheet, fields } = at(tables.sources, at(source, place.row));
  const known = fields.get(place.field) ?? [...fields.values()][0];
  if (known === void 0) return { sheet, cell: "", column: "" };
  const cell = cellAddress(known.sheetColumn, at(sheetRow, place.row));
  return { sheet, cell, column: known.header };
}
__name(rowPlace, "rowPlace");

// ../src/ledger/linkCharges.ts
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
__name(invoicesByNumber, "invoicesByNumber");
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
__name(invoiceTwice, "invoiceTwice");
function invoiceDigest({ Invoices: invoices }, row) {
  const texts2 = [invoices.accountId, invoices.accountType, invoices.location];
  const numbers = [invoices.closed, invoices.tax.cents, invoices.tax.given, invoices.status];
  return JSON.stringify([
    ...texts2.map((column) => textAt(column, row)),
    ...numbers.map((column) => at(column, row)),
    at(invoices.taxExempt, row)
  ]);
}
__name(invoiceDigest, "invoiceDigest");
function invoiceStatus(name) {
  return invoicesColumns.status.choices.indexOf(name);
}
__name(invoiceStatus, "invoiceStatus");
function statusAgainstDate(tables, row, problems) {
  const { Invoices: invoices } = tables;
  const closed = at(invoices.closed, row);
  const status = at(invoices.status, row);
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
__name(statusAgainstDate, "statusAgainstDate");
function linkCharges(tables, invoiceRows2, problems) {
  const { Charges: charges } = tables;
  const rowOfCode = charges.invoiceNumber.texts.map((number) => invoiceRows2.get(number) ?? NONE);
  const invoice = new Int32Array(charges.length);
  const unknown = [];
  for (let row = 0; row < charges.length; row++) {
    const code = at(charges.invoiceNumber.codes, row);
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
__name(linkCharges, "linkCharges");
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
__name(unknownInvoices, "unknownInvoices");
function idsTwice(tables) {
  const { Charges: charges } = tables;
  const invoiceCount = charges.invoiceNumber.texts.length;
  const firstRows = /* @__PURE__ */ new Map();
  const problems = [];
  for (let row = 0; row < charges.length; row++) {
    const key = at(charges.id.codes, row) * invoiceCount + at(charges.invoiceNumber.codes, row);
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
__name(idsTwice, "idsTwice");
function blankProviders(tables) {
  const { Charges: charges } = tables;
  const blank = [];
  for (let row = 0; row < charges.length; row++) {
    if (at(charges.provider.codes, row) === 0) blank.push(row);
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
__name(blankProviders, "blankProviders");
function discountSigns(tables) {
  const { Charges: charges } = tables;
  const problems = [];
  for (let row = 0; row < charges.length; row++) {
    if (at(charges.discount, row) * at(charges.amount, row) >= 0) continue;
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
__name(discountSigns, "discountSigns");

// ../src/engine/groupRows.ts
var SMALL_GROUP = 24;
function groupRows(groupOf, groups, compare) {
  const starts = countStarts(groupOf, groups);
  const rows = scatterRows(groupOf, starts);
  for (let group = 0; group < groups; group++) {
    sortGroup(rows, at(starts, group), at(starts, group + 1), compare);
  }
  return { starts, rows };
}
__name(groupRows, "groupRows");
function countStarts(groupOf, groups) {
  const starts = new Int32Array(groups + 1);
  for (const group of groupOf) {
    if (group >= 0) starts[group + 1] = at(starts, group + 1) + 1;
  }
  for (let group = 0; group < groups; group++) {
    starts[group + 1] = at(starts, group + 1) + at(starts, group);
  }
  return starts;
}
__name(countStarts, "countStarts");
function scatterRows(groupOf, starts) {
  const next2 = starts.slice();
  const rows = new Int32Array(at(starts, starts.length - 1));
  for (let row = 0; row < groupOf.length; row++) {
    const group = at(groupOf, row);
    if (group < 0) continue;
    const place = at(next2, group);
    rows[place] = row;
    next2[group] = place + 1;
  }
  return rows;
}
__name(scatterRows, "scatterRows");
function sortGroup(rows, start, end, compare) {
  if (end - start > SMALL_GROUP) {
    rows.subarray(start, end).sort(compare);
    return;
  }
  for (let place = start + 1; place < end; place++) {
    const row = at(rows, place);
    let free = place;
    while (free > start && compare(at(rows, free - 1), row) > 0) {
      rows[free] = at(rows, free - 1);
      free--;
    }
    rows[free] = row;
  }
}
__name(sortGroup, "sortGroup");

// ../src/engine/invoiceBook.ts
function invoiceBook(ledger) {
  const { invoices } = ledger;
  const voided = Uint8Array.from(invoices.status, (s) => Number(s === invoiceStatus("Voided")));
  const open = invoiceStatus("Open");
  const closed = Float64Array.from(
    invoices.closed,
    (moment, invoice) => at(voided, invoice) === 1 || at(invoices.status, invoice) === open ? NO_MOMENT : moment
  );
  const netCents = netOfCharges(ledger);
  const lines = groupRows(standingInvoice(ledger), invoices.length, byLineOrder(ledger));
  const { taxCents, totalCents } = totals(ledger, lines, netCents);
  return { lines, netCents, taxCents, totalCents, closed, voided };
}
__name(invoiceBook, "invoiceBook");
function netOfCharges({ charges }) {
  const net = new Float64Array(charges.length);
  for (let charge = 0; charge < charges.length; charge++) {
    net[charge] = at(charges.amount, charge) - at(charges.discount, charge);
  }
  return net;
}
__name(netOfCharges, "netOfCharges");
function standingInvoice({ charges, chargeInvoice }) {
  const voidedLine = chargesColumns.status.choices.indexOf("Voided");
  const invoice = new Int32Array(charges.length);
  for (let charge = 0; charge < charges.length; charge++) {
    const isVoided = at(charges.status, charge) === voidedLine;
    invoice[charge] = isVoided ? NONE : at(chargeInvoice, charge);
  }
  return invoice;
}
__name(standingInvoice, "standingInvoice");
function byLineOrder({ charges }) {
  return (a, b) => at(charges.service, a) - at(charges.service, b) || byId(textAt(charges.id, a), textAt(charges.id, b)) || at(charges.source, a) - at(charges.source, b) || at(charges.sheetRow, a) - at(charges.sheetRow, b);
}
__name(byLineOrder, "byLineOrder");
function totals({ charges, invoices }, { starts, rows }, netCents) {
  const taxCents = new Float64Array(invoices.length);
  const totalCents = new Float64Array(invoices.length);
  for (let invoice = 0; invoice < invoices.length; invoice++) {
    let net = 0;
    let lineTax = 0;
    for (let place = at(starts, invoice); place < at(starts, invoice + 1); place++) {
      net += at(netCents, at(rows, place));
      lineTax += at(charges.tax.cents, at(rows, place));
    }
    const hasHeader = at(invoices.tax.given, invoice) === 1;
    const tax = hasHeader ? at(invoices.tax.cents, invoice) : lineTax;
    taxCents[invoice] = tax;
    totalCents[invoice] = tax + net;
  }
  return { taxCents, totalCents };
}
__name(totals, "totals");

// ../src/ledger/ledger.ts
var SEVERAL = -2;

// ../src/engine/moneyEvents.ts
function moneyEvents(ledger, book) {
  const { payments, paid } = ledger;
  const parts = { payment: [], invoice: [], cents: [] };
  const inferred = [...paid.invoicesOf.keys()];
  if (inferred.length === 0) pushSingles(ledger, parts);
  else pushWithSplits(ledger, book, parts);
  const payment = Int32Array.from(parts.payment);
  const invoice = Int32Array.from(parts.invoice);
  const effective = Float64Array.from(payment, (row, event) => {
    const closed = at(book.closed, at(invoice, event));
    const moment = at(payments.date, row);
    return closed === NO_MOMENT ? moment : Math.max(moment, closed);
  });
  const byPayment = byPaymentOrder(ledger);
  const ofInvoice = groupRows(invoice, ledger.invoices.length, (a, b) => {
    return at(effective, a) - at(effective, b) || byPayment(at(payment, a), at(payment, b));
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
__name(moneyEvents, "moneyEvents");
function push(parts, payment, invoice, cents) {
  parts.payment.push(payment);
  parts.invoice.push(invoice);
  parts.cents.push(cents);
}
__name(push, "push");
function pushSingles({ payments, paid }, parts) {
  for (let row = 0; row < payments.length; row++) {
    const invoice = at(paid.invoice, row);
    if (invoice !== NONE) push(parts, row, invoice, at(paid.cents, row));
  }
}
__name(pushSingles, "pushSingles");
function byPaymentOrder({ payments }) {
  return (a, b) => at(payments.date, a) - at(payments.date, b) || byId(textAt(payments.id, a), textAt(payments.id, b)) || at(payments.source, a) - at(payments.source, b) || at(payments.sheetRow, a) - at(payments.sheetRow, b);
}
__name(byPaymentOrder, "byPaymentOrder");
function pushWithSplits(ledger, book, parts) {
  const { payments, paid } = ledger;
  const onInvoice = new Float64Array(ledger.invoices.length);
  const rows = Int32Array.from({ length: payments.length }, (_, row) => row);
  rows.sort(byPaymentOrder(ledger));
  for (const row of rows) {
    const invoice = at(paid.invoice, row);
    if (invoice === NONE) continue;
    const cents = at(paid.cents, row);
    const named = invoice === SEVERAL ? paid.invoicesOf.get(row) ?? [] : [invoice];
    const order = [...named].sort(byClose(ledger, book));
    for (const [part, share] of split(order, cents, { book, onInvoice })) {
      onInvoice[part] = at(onInvoice, part) + share;
      push(parts, row, part, share);
    }
  }
}
__name(pushWithSplits, "pushWithSplits");
function byClose({ invoices }, { closed }) {
  const moment = /* @__PURE__ */ __name((invoice) => {
    const known = at(closed, invoice);
    return known === NO_MOMENT ? Number.MAX_SAFE_INTEGER : known;
  }, "moment");
  return (a, b) => moment(a) - moment(b) || byId(textAt(invoices.number, a), textAt(invoices.number, b));
}
__name(byClose, "byClose");
function split(order, cents, state) {
  const walked = cents < 0 ? [...order].reverse() : order;
  const shares = [];
  let rest = cents;
  for (const [place, invoice] of walked.entries()) {
    const level = at(state.onInvoice, invoice);
    const due = Math.max(at(state.book.totalCents, invoice) - level, 0);
    const room = cents < 0 ? -Math.min(Math.max(level, 0), -rest) : Math.min(due, rest);
    const share = place === walked.length - 1 ? rest : room;
    rest -= share;
    if (share !== 0 || walked.length === 1) shares.push([invoice, share]);
  }
  return shares;
}
__name(split, "split");

// ../src/core/cents.ts
var CENTS_MAX = Number.MAX_SAFE_INTEGER;
function centsText(cents) {
  const whole = Math.abs(cents);
  const fraction = String(whole % 100).padStart(2, "0");
  const sign2 = cents < 0 ? "-" : "";
  return `${sign2}${Math.trunc(whole / 100)}.${fraction}`;
}
__name(centsText, "centsText");

// ../src/ledger/moneyTypes.ts
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
  return at(paymentTypes, at(choice, row));
}
__name(typeOf, "typeOf");

// ../src/ledger/linkPayments.ts
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
__name(linkPayments, "linkPayments");
function signedCents(tables, problems) {
  const { Payments: payments } = tables;
  const cents = Float64Array.from(payments.amount);
  const absolute = absoluteTypes(tables, problems);
  for (let row = 0; row < payments.length; row++) {
    const type = typeOf(payments.type, row);
    if (absolute.has(type)) cents[row] = -Math.abs(at(cents, row)) || 0;
    const { sign: sign2 } = moneyTypes[type];
    const amount2 = at(cents, row);
    if (sign2 === "any" || amount2 === 0 || amount2 > 0 === (sign2 === "+")) continue;
    problems.push({
      code: "TYPE_SIGN",
      severity: "warned",
      ...rowPlace(tables, "Payments", { row, field: "amount" }),
      found: `${type} of ${centsText(amount2)}`,
      done: "used as it stands",
      fix: `a ${type} is ${sign2 === "+" ? "positive" : "negative"}; correct the sign or the type`,
      count: 1
    });
  }
  return cents;
}
__name(signedCents, "signedCents");
function absoluteTypes(tables, problems) {
  const { Payments: payments } = tables;
  const positive = /* @__PURE__ */ new Map();
  const first = /* @__PURE__ */ new Map();
  const mixed = /* @__PURE__ */ new Set();
  for (let row = 0; row < payments.length; row++) {
    const type = typeOf(payments.type, row);
    const amount2 = at(payments.amount, row);
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
__name(absoluteTypes, "absoluteTypes");
function cancelVoids(tables, counts, found) {
  const { Payments: payments } = tables;
  const rowsOfId = /* @__PURE__ */ new Map();
  const voids = [];
  for (let row = 0; row < payments.length; row++) {
    if (at(payments.voided, row) === 1) counts[row] = 0;
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
__name(cancelVoids, "cancelVoids");
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
__name(voidProblem, "voidProblem");
function skipTransferHalves(tables, counts, found) {
  const { Payments: payments } = tables;
  const halves = /* @__PURE__ */ new Map();
  const transfers = [];
  for (let row = 0; row < payments.length; row++) {
    if (at(counts, row) === 0) continue;
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
__name(skipTransferHalves, "skipTransferHalves");
function skippedHalves(tables, rows) {
  const ofSource = /* @__PURE__ */ new Map();
  for (const row of [...rows].sort((a, b) => a - b)) {
    const source = at(tables.Payments.source, row);
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
__name(skippedHalves, "skippedHalves");
function namesNothing({ Payments: payments }, row) {
  const references = [payments.invoiceNumber, payments.chargeId, payments.provider];
  return references.every((column) => at(column.codes, row) === 0);
}
__name(namesNothing, "namesNothing");
function mirrorKey({ Payments: payments }, row) {
  const day = dayOfMoment(at(payments.date, row));
  return `${day} ${Math.abs(at(payments.amount, row))} ${textAt(payments.accountId, row)}`;
}
__name(mirrorKey, "mirrorKey");
function tellTransferSums(tables, paid, problems) {
  const { Payments: payments } = tables;
  const transfer = paymentTypes.indexOf("Transfer");
  const sums = /* @__PURE__ */ new Map();
  for (let row = 0; row < payments.length; row++) {
    if (at(payments.type, row) !== transfer || at(paid.counts, row) === 0) continue;
    const set = textAt(payments.id, row);
    const known = sums.get(set) ?? { sum: 0, row };
    sums.set(set, { sum: known.sum + at(paid.cents, row), row: Math.min(known.row, row) });
  }
  const off = [...sums.values()].filter(({ sum: sum3 }) => sum3 !== 0);
  const total = off.reduce((sum3, one) => sum3 + one.sum, 0);
  if (total === 0) return;
  for (const { sum: sum3, row } of off) {
    problems.push({
      code: "TRANSFER_NOT_ZERO",
      severity: "warned",
      ...rowPlace(tables, "Payments", { row, field: "amount" }),
      found: `a Transfer whose rows sum to ${centsText(sum3)} instead of 0.00`,
      done: "used as it stands",
      fix: "add the other half of the transfer",
      count: 1
    });
  }
}
__name(tellTransferSums, "tellTransferSums");
function linkInvoices(tables, lookup, known) {
  const { Payments: payments } = tables;
  const invoice = new Int32Array(payments.length).fill(NONE);
  const invoicesOf = /* @__PURE__ */ new Map();
  const numbersOf = payments.invoiceNumber.texts.map(invoiceNumbers);
  const ofChargeId = invoiceOfChargeId(tables, lookup.ofCharge);
  for (let row = 0; row < payments.length; row++) {
    const type = typeOf(payments.type, row);
    if (at(known.counts, row) === 0 || !moneyTypes[type].onInvoice) continue;
    const numbers = at(numbersOf, at(payments.invoiceNumber.codes, row));
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
__name(linkInvoices, "linkInvoices");
function invoiceNumbers(text) {
  const numbers = text.split(/[;,|\n]/).map((number) => number.trim());
  return [...new Set(numbers.filter((number) => number !== ""))];
}
__name(invoiceNumbers, "invoiceNumbers");
function invoiceOfChargeId({ Charges: charges }, ofCharge) {
  const byId2 = /* @__PURE__ */ new Map();
  for (let row = 0; row < charges.length; row++) {
    const id = textAt(charges.id, row);
    const invoice = at(ofCharge, row);
    const known = byId2.get(id);
    byId2.set(id, known === void 0 || known === invoice ? invoice : SEVERAL);
  }
  return byId2;
}
__name(invoiceOfChargeId, "invoiceOfChargeId");
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
__name(invoiceOf, "invoiceOf");
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
__name(unknownInvoice, "unknownInvoice");

// ../src/ledger/providerNames.ts
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
__name(lastNameOf, "lastNameOf");
function withoutTitles(text) {
  const words = text.toLowerCase().split(/[\s,]+/);
  return words.filter((word) => word !== "" && !titlesAndSuffixes.has(word.replace(/[.]/g, "")));
}
__name(withoutTitles, "withoutTitles");
function providerNames(tables, problems) {
  const { Charges: charges } = tables;
  const known = knownProviders(tables, problems);
  const shownOfCode = charges.provider.texts.map((text) => shownName(text, known));
  const used = /* @__PURE__ */ new Set();
  for (let row = 0; row < charges.length; row++) {
    used.add(at(shownOfCode, at(charges.provider.codes, row)));
  }
  const lastNames = new Map([...known.values()].map((p) => [p.shown, p.lastName]));
  const names = [...used].sort(byLastName(lastNames));
  const placeOfName = new Map(names.map((name, place) => [name, place]));
  const placeOfCode = shownOfCode.map((shown) => placeOfName.get(shown) ?? 0);
  const ofCharge = new Int32Array(charges.length);
  for (let row = 0; row < charges.length; row++) {
    ofCharge[row] = at(placeOfCode, at(charges.provider.codes, row));
  }
  const hidden = new Set([...known.values()].filter((p) => p.hidden).map((p) => p.shown));
  return { names, ofCharge, hidden };
}
__name(providerNames, "providerNames");
function shownName(written, known) {
  if (written === "") return NO_PROVIDER;
  return known.get(written)?.shown ?? written;
}
__name(shownName, "shownName");
function byLastName(lastNames) {
  const key = /* @__PURE__ */ __name((name) => (lastNames.get(name) ?? "") || lastNameOf(name), "key");
  return (a, b) => {
    if (a === NO_PROVIDER || b === NO_PROVIDER) return a === b ? 0 : a === NO_PROVIDER ? 1 : -1;
    return byCodeUnit(key(a), key(b)) || byCodeUnit(a.toLowerCase(), b.toLowerCase()) || byCodeUnit(a, b);
  };
}
__name(byLastName, "byLastName");
function knownProviders(tables, problems) {
  const { Providers: providers } = tables;
  const known = /* @__PURE__ */ new Map();
  for (let row = 0; row < providers.length; row++) {
    const shown = textAt(providers.provider, row);
    const lastName = textAt(providers.lastName, row).toLowerCase();
    const entry = { shown, lastName, hidden: at(providers.hidden, row) === 1 };
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
__name(knownProviders, "knownProviders");
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
__name(aliasTwice, "aliasTwice");

// ../src/ledger/problem.ts
var severities = ["stopped", "held", "warned", "noted"];
function byPlace(a, b) {
  return severities.indexOf(a.severity) - severities.indexOf(b.severity) || byCodeUnit(a.sheet, b.sheet) || rowOf(a.cell) - rowOf(b.cell) || byCodeUnit(a.cell, b.cell) || byCodeUnit(a.code, b.code) || byCodeUnit(a.found, b.found);
}
__name(byPlace, "byPlace");
function rowOf(cell) {
  return Number(/\d+$/.exec(cell)?.[0] ?? 0);
}
__name(rowOf, "rowOf");
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
__name(inOrder, "inOrder");

// ../src/ledger/buildLedger.ts
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
__name(buildLedger, "buildLedger");
function settleRows(tables, takenOut) {
  const { Payments: payments } = tables;
  const sources = tables.sources.map((source) => ({ ...source, rows: { ...source.rows } }));
  for (const [into, rows] of [
    ["held", takenOut.held],
    ["skipped", takenOut.skipped]
  ]) {
    for (const row of rows) {
      const equation = at(sources, at(payments.source, row)).rows;
      const cents = at(payments.amount, row);
      equation.used -= 1;
      equation.usedCents -= cents;
      equation[into] += 1;
      equation[`${into}Cents`] += cents;
    }
  }
  return sources;
}
__name(settleRows, "settleRows");

// tables.ts
function providerName(provider2) {
  return `Dr. Provider${String(provider2 + 1).padStart(2, "0")}`;
}
__name(providerName, "providerName");
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
__name(tablesOf, "tablesOf");
function next(place) {
  return place + 1;
}
__name(next, "next");
function texts(places, textOf) {
  const most = places.reduce((highest, place) => Math.max(highest, place), 0);
  return ["", ...Array.from({ length: most + 1 }, (_, place) => textOf(place))];
}
__name(texts, "texts");
function numbered(count, of) {
  const first = of === "row" ? 1000001 : 500001;
  return ["", ...Array.from({ length: count }, (_, row) => String(first + row))];
}
__name(numbered, "numbered");
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
__name(tableOf, "tableOf");
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
__name(blankColumn, "blankColumn");
function sourceOf(kind) {
  const rows = { read: 0, used: 0, skipped: 0, held: 0, unreadable: 0 };
  const cents = { readCents: 0, usedCents: 0, skippedCents: 0, heldCents: 0 };
  return { kind, sheet: kind, table: kind, headerRow: 1, fields: /* @__PURE__ */ new Map(), rows: { ...rows, ...cents } };
}
__name(sourceOf, "sourceOf");

// ourEngine.ts
var ourEngine = {
  load(work) {
    const tables = tablesOf(work);
    const started = performance.now();
    const ledger = buildLedger(tables);
    const linked = performance.now() - started;
    const [problem] = ledger.problems;
    if (problem !== void 0) throw new Error(`the ledger has a problem: ${problem.found}`);
    return Promise.resolve({
      loading: [["buildLedger", linked]],
      run: /* @__PURE__ */ __name(() => Promise.resolve(run(ledger)), "run")
    });
  }
};
function run(ledger) {
  const moments = [performance.now()];
  const pass = /* @__PURE__ */ __name((result) => {
    moments.push(performance.now());
    return result;
  }, "pass");
  const book = pass(invoiceBook(ledger));
  const events = pass(moneyEvents(ledger, book));
  const allocation = pass(allocate(book, events, "chronological"));
  const answer = pass(collectedByMonth(ledger, allocation));
  const names = ["invoiceBook", "moneyEvents", "allocate", "collected \xD7 12"];
  return { answer, steps: names.map((name, step) => [name, moments[step + 1] - moments[step]]) };
}
__name(run, "run");
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
__name(collectedByMonth, "collectedByMonth");
function collectedInPeriod({ charges, invoices, providers }, allocation, period) {
  const size = { charges: charges.length, invoices: invoices.length };
  const { lineCents, touched, taxCents, unallocatedCents } = collected(allocation, period, size);
  const byProvider = new Float64Array(providers.names.length);
  for (let charge = 0; charge < touched.length; charge++) {
    if (touched[charge] === 0) continue;
    const provider2 = at(providers.ofCharge, charge);
    byProvider[provider2] = at(byProvider, provider2) + at(lineCents, charge);
  }
  return { byProvider, taxCents: sum(taxCents), unallocatedCents: sum(unallocatedCents) };
}
__name(collectedInPeriod, "collectedInPeriod");
function sum(column) {
  let total = 0;
  for (const cents of column) total += cents;
  return total;
}
__name(sum, "sum");

// ../node_modules/decimal.js/decimal.mjs
var EXP_LIMIT = 9e15;
var MAX_DIGITS = 1e9;
var NUMERALS = "0123456789abcdef";
var LN10 = "2.3025850929940456840179914546843642076011014886287729760333279009675726096773524802359972050895982983419677840422862486334095254650828067566662873690987816894829072083255546808437998948262331985283935053089653777326288461633662222876982198867465436674744042432743651550489343149393914796194044002221051017141748003688084012647080685567743216228355220114804663715659121373450747856947683463616792101806445070648000277502684916746550586856935673420670581136429224554405758925724208241314695689016758940256776311356919292033376587141660230105703089634572075440370847469940168269282808481184289314848524948644871927809676271275775397027668605952496716674183485704422507197965004714951050492214776567636938662976979522110718264549734772662425709429322582798502585509785265383207606726317164309505995087807523710333101197857547331541421808427543863591778117054309827482385045648019095610299291824318237525357709750539565187697510374970888692180205189339507238539205144634197265287286965110862571492198849978748873771345686209167058";
var PI = "3.1415926535897932384626433832795028841971693993751058209749445923078164062862089986280348253421170679821480865132823066470938446095505822317253594081284811174502841027019385211055596446229489549303819644288109756659334461284756482337867831652712019091456485669234603486104543266482133936072602491412737245870066063155881748815209209628292540917153643678925903600113305305488204665213841469519415116094330572703657595919530921861173819326117931051185480744623799627495673518857527248912279381830119491298336733624406566430860213949463952247371907021798609437027705392171762931767523846748184676694051320005681271452635608277857713427577896091736371787214684409012249534301465495853710507922796892589235420199561121290219608640344181598136297747713099605187072113499999983729780499510597317328160963185950244594553469083026425223082533446850352619311881710100031378387528865875332083814206171776691473035982534904287554687311595628638823537875937519577818577805321712268066130019278766111959092164201989380952572010654858632789";
var DEFAULTS = {
  // These values must be integers within the stated ranges (inclusive).
  // Most of these values can be changed at run-time using the `Decimal.config` method.
  // The maximum number of significant digits of the result of a calculation or base conversion.
  // E.g. `Decimal.config({ precision: 20 });`
  precision: 20,
  // 1 to MAX_DIGITS
  // The rounding mode used when rounding to `precision`.
  //
  // ROUND_UP         0 Away from zero.
  // ROUND_DOWN       1 Towards zero.
  // ROUND_CEIL       2 Towards +Infinity.
  // ROUND_FLOOR      3 Towards -Infinity.
  // ROUND_HALF_UP    4 Towards nearest neighbour. If equidistant, up.
  // ROUND_HALF_DOWN  5 Towards nearest neighbour. If equidistant, down.
  // ROUND_HALF_EVEN  6 Towards nearest neighbour. If equidistant, towards even neighbour.
  // ROUND_HALF_CEIL  7 Towards nearest neighbour. If equidistant, towards +Infinity.
  // ROUND_HALF_FLOOR 8 Towards nearest neighbour. If equidistant, towards -Infinity.
  //
  // E.g.
  // `Decimal.rounding = 4;`
  // `Decimal.rounding = Decimal.ROUND_HALF_UP;`
  rounding: 4,
  // 0 to 8
  // The modulo mode used when calculating the modulus: a mod n.
  // The quotient (q = a / n) is calculated according to the corresponding rounding mode.
  // The remainder (r) is calculated as: r = a - n * q.
  //
  // UP         0 The remainder is positive if the dividend is negative, else is negative.
  // DOWN       1 The remainder has the same sign as the dividend (JavaScript %).
  // FLOOR      3 The remainder has the same sign as the divisor (Python %).
  // HALF_EVEN  6 The IEEE 754 remainder function.
  // EUCLID     9 Euclidian division. q = sign(n) * floor(a / abs(n)). Always positive.
  //
  // Truncated division (1), floored division (3), the IEEE 754 remainder (6), and Euclidian
  // division (9) are commonly used for the modulus operation. The other rounding modes can also
  // be used, but they may not give useful results.
  modulo: 1,
  // 0 to 9
  // The exponent value at and beneath which `toString` returns exponential notation.
  // JavaScript numbers: -7
  toExpNeg: -7,
  // 0 to -EXP_LIMIT
  // The exponent value at and above which `toString` returns exponential notation.
  // JavaScript numbers: 21
  toExpPos: 21,
  // 0 to EXP_LIMIT
  // The minimum exponent value, beneath which underflow to zero occurs.
  // JavaScript numbers: -324  (5e-324)
  minE: -EXP_LIMIT,
  // -1 to -EXP_LIMIT
  // The maximum exponent value, above which overflow to Infinity occurs.
  // JavaScript numbers: 308  (1.7976931348623157e+308)
  maxE: EXP_LIMIT,
  // 1 to EXP_LIMIT
  // Whether to use cryptographically-secure random number generation, if available.
  crypto: false
  // true/false
};
var inexact;
var quadrant;
var external = true;
var decimalError = "[DecimalError] ";
var invalidArgument = decimalError + "Invalid argument: ";
var precisionLimitExceeded = decimalError + "Precision limit exceeded";
var cryptoUnavailable = decimalError + "crypto unavailable";
var tag = "[object Decimal]";
var mathfloor = Math.floor;
var mathpow = Math.pow;
var isBinary = /^0b([01]+(\.[01]*)?|\.[01]+)(p[+-]?\d+)?$/i;
var isHex = /^0x([0-9a-f]+(\.[0-9a-f]*)?|\.[0-9a-f]+)(p[+-]?\d+)?$/i;
var isOctal = /^0o([0-7]+(\.[0-7]*)?|\.[0-7]+)(p[+-]?\d+)?$/i;
var isDecimal = /^(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
var BASE = 1e7;
var LOG_BASE = 7;
var MAX_SAFE_INTEGER = 9007199254740991;
var LN10_PRECISION = LN10.length - 1;
var PI_PRECISION = PI.length - 1;
var P = { toStringTag: tag };
P.absoluteValue = P.abs = function() {
  var x = new this.constructor(this);
  if (x.s < 0) x.s = 1;
  return finalise(x);
};
P.ceil = function() {
  return finalise(new this.constructor(this), this.e + 1, 2);
};
P.clampedTo = P.clamp = function(min2, max2) {
  var k, x = this, Ctor = x.constructor;
  min2 = new Ctor(min2);
  max2 = new Ctor(max2);
  if (!min2.s || !max2.s) return new Ctor(NaN);
  if (min2.gt(max2)) throw Error(invalidArgument + max2);
  k = x.cmp(min2);
  return k < 0 ? min2 : x.cmp(max2) > 0 ? max2 : new Ctor(x);
};
P.comparedTo = P.cmp = function(y) {
  var i, j, xdL, ydL, x = this, xd = x.d, yd = (y = new x.constructor(y)).d, xs = x.s, ys = y.s;
  if (!xd || !yd) {
    return !xs || !ys ? NaN : xs !== ys ? xs : xd === yd ? 0 : !xd ^ xs < 0 ? 1 : -1;
  }
  if (!xd[0] || !yd[0]) return xd[0] ? xs : yd[0] ? -ys : 0;
  if (xs !== ys) return xs;
  if (x.e !== y.e) return x.e > y.e ^ xs < 0 ? 1 : -1;
  xdL = xd.length;
  ydL = yd.length;
  for (i = 0, j = xdL < ydL ? xdL : ydL; i < j; ++i) {
    if (xd[i] !== yd[i]) return xd[i] > yd[i] ^ xs < 0 ? 1 : -1;
  }
  return xdL === ydL ? 0 : xdL > ydL ^ xs < 0 ? 1 : -1;
};
P.cosine = P.cos = function() {
  var pr, rm, x = this, Ctor = x.constructor;
  if (!x.d) return new Ctor(NaN);
  if (!x.d[0]) return new Ctor(1);
  pr = Ctor.precision;
  rm = Ctor.rounding;
  Ctor.precision = pr + Math.max(x.e, x.sd()) + LOG_BASE;
  Ctor.rounding = 1;
  x = cosine(Ctor, toLessThanHalfPi(Ctor, x));
  Ctor.precision = pr;
  Ctor.rounding = rm;
  return finalise(quadrant == 2 || quadrant == 3 ? x.neg() : x, pr, rm, true);
};
P.cubeRoot = P.cbrt = function() {
  var e, m, n, r, rep, s, sd, t, t3, t3plusx, x = this, Ctor = x.constructor;
  if (!x.isFinite() || x.isZero()) return new Ctor(x);
  external = false;
  s = x.s * mathpow(x.s * x, 1 / 3);
  if (!s || Math.abs(s) == 1 / 0) {
    n = digitsToString(x.d);
    e = x.e;
    if (s = (e - n.length + 1) % 3) n += s == 1 || s == -2 ? "0" : "00";
    s = mathpow(n, 1 / 3);
    e = mathfloor((e + 1) / 3) - (e % 3 == (e < 0 ? -1 : 2));
    if (s == 1 / 0) {
      n = "5e" + e;
    } else {
      n = s.toExponential();
      n = n.slice(0, n.indexOf("e") + 1) + e;
    }
    r = new Ctor(n);
    r.s = x.s;
  } else {
    r = new Ctor(s.toString());
  }
  sd = (e = Ctor.precision) + 3;
  for (; ; ) {
    t = r;
    t3 = t.times(t).times(t);
    t3plusx = t3.plus(x);
    r = divide(t3plusx.plus(x).times(t), t3plusx.plus(t3), sd + 2, 1);
    if (digitsToString(t.d).slice(0, sd) === (n = digitsToString(r.d)).slice(0, sd)) {
      n = n.slice(sd - 3, sd + 1);
      if (n == "9999" || !rep && n == "4999") {
        if (!rep) {
          finalise(t, e + 1, 0);
          if (t.times(t).times(t).eq(x)) {
            r = t;
            break;
          }
        }
        sd += 4;
        rep = 1;
      } else {
        if (!+n || !+n.slice(1) && n.charAt(0) == "5") {
          finalise(r, e + 1, 1);
          m = !r.times(r).times(r).eq(x);
        }
        break;
      }
    }
  }
  external = true;
  return finalise(r, e, Ctor.rounding, m);
};
P.decimalPlaces = P.dp = function() {
  var w, d = this.d, n = NaN;
  if (d) {
    w = d.length - 1;
    n = (w - mathfloor(this.e / LOG_BASE)) * LOG_BASE;
    w = d[w];
    if (w) for (; w % 10 == 0; w /= 10) n--;
    if (n < 0) n = 0;
  }
  return n;
};
P.dividedBy = P.div = function(y) {
  return divide(this, new this.constructor(y));
};
P.dividedToIntegerBy = P.divToInt = function(y) {
  var x = this, Ctor = x.constructor;
  return finalise(divide(x, new Ctor(y), 0, 1, 1), Ctor.precision, Ctor.rounding);
};
P.equals = P.eq = function(y) {
  return this.cmp(y) === 0;
};
P.floor = function() {
  return finalise(new this.constructor(this), this.e + 1, 3);
};
P.greaterThan = P.gt = function(y) {
  return this.cmp(y) > 0;
};
P.greaterThanOrEqualTo = P.gte = function(y) {
  var k = this.cmp(y);
  return k == 1 || k === 0;
};
P.hyperbolicCosine = P.cosh = function() {
  var k, n, pr, rm, len, x = this, Ctor = x.constructor, one = new Ctor(1);
  if (!x.isFinite()) return new Ctor(x.s ? 1 / 0 : NaN);
  if (x.isZero()) return one;
  pr = Ctor.precision;
  rm = Ctor.rounding;
  Ctor.precision = pr + Math.max(x.e, x.sd()) + 4;
  Ctor.rounding = 1;
  len = x.d.length;
  if (len < 32) {
    k = Math.ceil(len / 3);
    n = (1 / tinyPow(4, k)).toString();
  } else {
    k = 16;
    n = "2.3283064365386962890625e-10";
  }
  x = taylorSeries(Ctor, 1, x.times(n), new Ctor(1), true);
  var cosh2_x, i = k, d8 = new Ctor(8);
  for (; i--; ) {
    cosh2_x = x.times(x);
    x = one.minus(cosh2_x.times(d8.minus(cosh2_x.times(d8))));
  }
  return finalise(x, Ctor.precision = pr, Ctor.rounding = rm, true);
};
P.hyperbolicSine = P.sinh = function() {
  var k, pr, rm, len, x = this, Ctor = x.constructor;
  if (!x.isFinite() || x.isZero()) return new Ctor(x);
  pr = Ctor.precision;
  rm = Ctor.rounding;
  Ctor.precision = pr + Math.max(x.e, x.sd()) + 4;
  Ctor.rounding = 1;
  len = x.d.length;
  if (len < 3) {
    x = taylorSeries(Ctor, 2, x, x, true);
  } else {
    k = 1.4 * Math.sqrt(len);
    k = k > 16 ? 16 : k | 0;
    x = x.times(1 / tinyPow(5, k));
    x = taylorSeries(Ctor, 2, x, x, true);
    var sinh2_x, d5 = new Ctor(5), d16 = new Ctor(16), d20 = new Ctor(20);
    for (; k--; ) {
      sinh2_x = x.times(x);
      x = x.times(d5.plus(sinh2_x.times(d16.times(sinh2_x).plus(d20))));
    }
  }
  Ctor.precision = pr;
  Ctor.rounding = rm;
  return finalise(x, pr, rm, true);
};
P.hyperbolicTangent = P.tanh = function() {
  var pr, rm, x = this, Ctor = x.constructor;
  if (!x.isFinite()) return new Ctor(x.s);
  if (x.isZero()) return new Ctor(x);
  pr = Ctor.precision;
  rm = Ctor.rounding;
  Ctor.precision = pr + 7;
  Ctor.rounding = 1;
  return divide(x.sinh(), x.cosh(), Ctor.precision = pr, Ctor.rounding = rm);
};
P.inverseCosine = P.acos = function() {
  var x = this, Ctor = x.constructor, k = x.abs().cmp(1), pr = Ctor.precision, rm = Ctor.rounding;
  if (k !== -1) {
    return k === 0 ? x.isNeg() ? getPi(Ctor, pr, rm) : new Ctor(0) : new Ctor(NaN);
  }
  if (x.isZero()) return getPi(Ctor, pr + 4, rm).times(0.5);
  Ctor.precision = pr + 6;
  Ctor.rounding = 1;
  x = new Ctor(1).minus(x).div(x.plus(1)).sqrt().atan();
  Ctor.precision = pr;
  Ctor.rounding = rm;
  return x.times(2);
};
P.inverseHyperbolicCosine = P.acosh = function() {
  var pr, rm, x = this, Ctor = x.constructor;
  if (x.lte(1)) return new Ctor(x.eq(1) ? 0 : NaN);
  if (!x.isFinite()) return new Ctor(x);
  pr = Ctor.precision;
  rm = Ctor.rounding;
  Ctor.precision = pr + Math.max(Math.abs(x.e), x.sd()) + 4;
  Ctor.rounding = 1;
  external = false;
  x = x.times(x).minus(1).sqrt().plus(x);
  external = true;
  Ctor.precision = pr;
  Ctor.rounding = rm;
  return x.ln();
};
P.inverseHyperbolicSine = P.asinh = function() {
  var pr, rm, x = this, Ctor = x.constructor;
  if (!x.isFinite() || x.isZero()) return new Ctor(x);
  pr = Ctor.precision;
  rm = Ctor.rounding;
  Ctor.precision = pr + 2 * Math.max(Math.abs(x.e), x.sd()) + 6;
  Ctor.rounding = 1;
  external = false;
  x = x.times(x).plus(1).sqrt().plus(x);
  external = true;
  Ctor.precision = pr;
  Ctor.rounding = rm;
  return x.ln();
};
P.inverseHyperbolicTangent = P.atanh = function() {
  var pr, rm, wpr, xsd, x = this, Ctor = x.constructor;
  if (!x.isFinite()) return new Ctor(NaN);
  if (x.e >= 0) return new Ctor(x.abs().eq(1) ? x.s / 0 : x.isZero() ? x : NaN);
  pr = Ctor.precision;
  rm = Ctor.rounding;
  xsd = x.sd();
  if (Math.max(xsd, pr) < 2 * -x.e - 1) return finalise(new Ctor(x), pr, rm, true);
  Ctor.precision = wpr = xsd - x.e;
  x = divide(x.plus(1), new Ctor(1).minus(x), wpr + pr, 1);
  Ctor.precision = pr + 4;
  Ctor.rounding = 1;
  x = x.ln();
  Ctor.precision = pr;
  Ctor.rounding = rm;
  return x.times(0.5);
};
P.inverseSine = P.asin = function() {
  var halfPi, k, pr, rm, x = this, Ctor = x.constructor;
  if (x.isZero()) return new Ctor(x);
  k = x.abs().cmp(1);
  pr = Ctor.precision;
  rm = Ctor.rounding;
  if (k !== -1) {
    if (k === 0) {
      halfPi = getPi(Ctor, pr + 4, rm).times(0.5);
      halfPi.s = x.s;
      return halfPi;
    }
    return new Ctor(NaN);
  }
  Ctor.precision = pr + 6;
  Ctor.rounding = 1;
  x = x.div(new Ctor(1).minus(x.times(x)).sqrt().plus(1)).atan();
  Ctor.precision = pr;
  Ctor.rounding = rm;
  return x.times(2);
};
P.inverseTangent = P.atan = function() {
  var i, j, k, n, px, t, r, wpr, x2, x = this, Ctor = x.constructor, pr = Ctor.precision, rm = Ctor.rounding;
  if (!x.isFinite()) {
    if (!x.s) return new Ctor(NaN);
    if (pr + 4 <= PI_PRECISION) {
      r = getPi(Ctor, pr + 4, rm).times(0.5);
      r.s = x.s;
      return r;
    }
  } else if (x.isZero()) {
    return new Ctor(x);
  } else if (x.abs().eq(1) && pr + 4 <= PI_PRECISION) {
    r = getPi(Ctor, pr + 4, rm).times(0.25);
    r.s = x.s;
    return r;
  }
  Ctor.precision = wpr = pr + 10;
  Ctor.rounding = 1;
  k = Math.min(28, wpr / LOG_BASE + 2 | 0);
  for (i = k; i; --i) x = x.div(x.times(x).plus(1).sqrt().plus(1));
  external = false;
  j = Math.ceil(wpr / LOG_BASE);
  n = 1;
  x2 = x.times(x);
  r = new Ctor(x);
  px = x;
  for (; i !== -1; ) {
    px = px.times(x2);
    t = r.minus(px.div(n += 2));
    px = px.times(x2);
    r = t.plus(px.div(n += 2));
    if (r.d[j] !== void 0) for (i = j; r.d[i] === t.d[i] && i--; ) ;
  }
  if (k) r = r.times(2 << k - 1);
  external = true;
  return finalise(r, Ctor.precision = pr, Ctor.rounding = rm, true);
};
P.isFinite = function() {
  return !!this.d;
};
P.isInteger = P.isInt = function() {
  return !!this.d && mathfloor(this.e / LOG_BASE) > this.d.length - 2;
};
P.isNaN = function() {
  return !this.s;
};
P.isNegative = P.isNeg = function() {
  return this.s < 0;
};
P.isPositive = P.isPos = function() {
  return this.s > 0;
};
P.isZero = function() {
  return !!this.d && this.d[0] === 0;
};
P.lessThan = P.lt = function(y) {
  return this.cmp(y) < 0;
};
P.lessThanOrEqualTo = P.lte = function(y) {
  return this.cmp(y) < 1;
};
P.logarithm = P.log = function(base) {
  var isBase10, d, denominator, k, inf, num, sd, r, arg = this, Ctor = arg.constructor, pr = Ctor.precision, rm = Ctor.rounding, guard = 5;
  if (base == null) {
    base = new Ctor(10);
    isBase10 = true;
  } else {
    base = new Ctor(base);
    d = base.d;
    if (base.s < 0 || !d || !d[0] || base.eq(1)) return new Ctor(NaN);
    isBase10 = base.eq(10);
  }
  d = arg.d;
  if (arg.s < 0 || !d || !d[0] || arg.eq(1)) {
    return new Ctor(d && !d[0] ? -1 / 0 : arg.s != 1 ? NaN : d ? 0 : 1 / 0);
  }
  if (isBase10) {
    if (d.length > 1) {
      inf = true;
    } else {
      for (k = d[0]; k % 10 === 0; ) k /= 10;
      inf = k !== 1;
    }
  }
  external = false;
  sd = pr + guard;
  num = naturalLogarithm(arg, sd);
  denominator = isBase10 ? getLn10(Ctor, sd + 10) : naturalLogarithm(base, sd);
  r = divide(num, denominator, sd, 1);
  if (checkRoundingDigits(r.d, k = pr, rm)) {
    do {
      sd += 10;
      num = naturalLogarithm(arg, sd);
      denominator = isBase10 ? getLn10(Ctor, sd + 10) : naturalLogarithm(base, sd);
      r = divide(num, denominator, sd, 1);
      if (!inf) {
        if (+digitsToString(r.d).slice(k + 1, k + 15) + 1 == 1e14) {
          r = finalise(r, pr + 1, 0);
        }
        break;
      }
    } while (checkRoundingDigits(r.d, k += 10, rm));
  }
  external = true;
  return finalise(r, pr, rm);
};
P.minus = P.sub = function(y) {
  var d, e, i, j, k, len, pr, rm, xd, xe, xLTy, yd, x = this, Ctor = x.constructor;
  y = new Ctor(y);
  if (!x.d || !y.d) {
    if (!x.s || !y.s) y = new Ctor(NaN);
    else if (x.d) y.s = -y.s;
    else y = new Ctor(y.d || x.s !== y.s ? x : NaN);
    return y;
  }
  if (x.s != y.s) {
    y.s = -y.s;
    return x.plus(y);
  }
  xd = x.d;
  yd = y.d;
  pr = Ctor.precision;
  rm = Ctor.rounding;
  if (!xd[0] || !yd[0]) {
    if (yd[0]) y.s = -y.s;
    else if (xd[0]) y = new Ctor(x);
    else return new Ctor(rm === 3 ? -0 : 0);
    return external ? finalise(y, pr, rm) : y;
  }
  e = mathfloor(y.e / LOG_BASE);
  xe = mathfloor(x.e / LOG_BASE);
  xd = xd.slice();
  k = xe - e;
  if (k) {
    xLTy = k < 0;
    if (xLTy) {
      d = xd;
      k = -k;
      len = yd.length;
    } else {
      d = yd;
      e = xe;
      len = xd.length;
    }
    i = Math.max(Math.ceil(pr / LOG_BASE), len) + 2;
    if (k > i) {
      k = i;
      d.length = 1;
    }
    d.reverse();
    for (i = k; i--; ) d.push(0);
    d.reverse();
  } else {
    i = xd.length;
    len = yd.length;
    xLTy = i < len;
    if (xLTy) len = i;
    for (i = 0; i < len; i++) {
      if (xd[i] != yd[i]) {
        xLTy = xd[i] < yd[i];
        break;
      }
    }
    k = 0;
  }
  if (xLTy) {
    d = xd;
    xd = yd;
    yd = d;
    y.s = -y.s;
  }
  len = xd.length;
  for (i = yd.length - len; i > 0; --i) xd[len++] = 0;
  for (i = yd.length; i > k; ) {
    if (xd[--i] < yd[i]) {
      for (j = i; j && xd[--j] === 0; ) xd[j] = BASE - 1;
      --xd[j];
      xd[i] += BASE;
    }
    xd[i] -= yd[i];
  }
  for (; xd[--len] === 0; ) xd.pop();
  for (; xd[0] === 0; xd.shift()) --e;
  if (!xd[0]) return new Ctor(rm === 3 ? -0 : 0);
  y.d = xd;
  y.e = getBase10Exponent(xd, e);
  return external ? finalise(y, pr, rm) : y;
};
P.modulo = P.mod = function(y) {
  var q, x = this, Ctor = x.constructor;
  y = new Ctor(y);
  if (!x.d || !y.s || y.d && !y.d[0]) return new Ctor(NaN);
  if (!y.d || x.d && !x.d[0]) {
    return finalise(new Ctor(x), Ctor.precision, Ctor.rounding);
  }
  external = false;
  if (Ctor.modulo == 9) {
    q = divide(x, y.abs(), 0, 3, 1);
    q.s *= y.s;
  } else {
    q = divide(x, y, 0, Ctor.modulo, 1);
  }
  q = q.times(y);
  external = true;
  return x.minus(q);
};
P.naturalExponential = P.exp = function() {
  return naturalExponential(this);
};
P.naturalLogarithm = P.ln = function() {
  return naturalLogarithm(this);
};
P.negated = P.neg = function() {
  var x = new this.constructor(this);
  x.s = -x.s;
  return finalise(x);
};
P.plus = P.add = function(y) {
  var carry, d, e, i, k, len, pr, rm, xd, yd, x = this, Ctor = x.constructor;
  y = new Ctor(y);
  if (!x.d || !y.d) {
    if (!x.s || !y.s) y = new Ctor(NaN);
    else if (!x.d) y = new Ctor(y.d || x.s === y.s ? x : NaN);
    return y;
  }
  if (x.s != y.s) {
    y.s = -y.s;
    return x.minus(y);
  }
  xd = x.d;
  yd = y.d;
  pr = Ctor.precision;
  rm = Ctor.rounding;
  if (!xd[0] || !yd[0]) {
    if (!yd[0]) y = new Ctor(x);
    return external ? finalise(y, pr, rm) : y;
  }
  k = mathfloor(x.e / LOG_BASE);
  e = mathfloor(y.e / LOG_BASE);
  xd = xd.slice();
  i = k - e;
  if (i) {
    if (i < 0) {
      d = xd;
      i = -i;
      len = yd.length;
    } else {
      d = yd;
      e = k;
      len = xd.length;
    }
    k = Math.ceil(pr / LOG_BASE);
    len = k > len ? k + 1 : len + 1;
    if (i > len) {
      i = len;
      d.length = 1;
    }
    d.reverse();
    for (; i--; ) d.push(0);
    d.reverse();
  }
  len = xd.length;
  i = yd.length;
  if (len - i < 0) {
    i = len;
    d = yd;
    yd = xd;
    xd = d;
  }
  for (carry = 0; i; ) {
    carry = (xd[--i] = xd[i] + yd[i] + carry) / BASE | 0;
    xd[i] %= BASE;
  }
  if (carry) {
    xd.unshift(carry);
    ++e;
  }
  for (len = xd.length; xd[--len] == 0; ) xd.pop();
  y.d = xd;
  y.e = getBase10Exponent(xd, e);
  return external ? finalise(y, pr, rm) : y;
};
P.precision = P.sd = function(z) {
  var k, x = this;
  if (z !== void 0 && z !== !!z && z !== 1 && z !== 0) throw Error(invalidArgument + z);
  if (x.d) {
    k = getPrecision(x.d);
    if (z && x.e + 1 > k) k = x.e + 1;
  } else {
    k = NaN;
  }
  return k;
};
P.round = function() {
  var x = this, Ctor = x.constructor;
  return finalise(new Ctor(x), x.e + 1, Ctor.rounding);
};
P.sine = P.sin = function() {
  var pr, rm, x = this, Ctor = x.constructor;
  if (!x.isFinite()) return new Ctor(NaN);
  if (x.isZero()) return new Ctor(x);
  pr = Ctor.precision;
  rm = Ctor.rounding;
  Ctor.precision = pr + Math.max(x.e, x.sd()) + LOG_BASE;
  Ctor.rounding = 1;
  x = sine(Ctor, toLessThanHalfPi(Ctor, x));
  Ctor.precision = pr;
  Ctor.rounding = rm;
  return finalise(quadrant > 2 ? x.neg() : x, pr, rm, true);
};
P.squareRoot = P.sqrt = function() {
  var m, n, sd, r, rep, t, x = this, d = x.d, e = x.e, s = x.s, Ctor = x.constructor;
  if (s !== 1 || !d || !d[0]) {
    return new Ctor(!s || s < 0 && (!d || d[0]) ? NaN : d ? x : 1 / 0);
  }
  external = false;
  s = Math.sqrt(+x);
  if (s == 0 || s == 1 / 0) {
    n = digitsToString(d);
    if ((n.length + e) % 2 == 0) n += "0";
    s = Math.sqrt(n);
    e = mathfloor((e + 1) / 2) - (e < 0 || e % 2);
    if (s == 1 / 0) {
      n = "5e" + e;
    } else {
      n = s.toExponential();
      n = n.slice(0, n.indexOf("e") + 1) + e;
    }
    r = new Ctor(n);
  } else {
    r = new Ctor(s.toString());
  }
  sd = (e = Ctor.precision) + 3;
  for (; ; ) {
    t = r;
    r = t.plus(divide(x, t, sd + 2, 1)).times(0.5);
    if (digitsToString(t.d).slice(0, sd) === (n = digitsToString(r.d)).slice(0, sd)) {
      n = n.slice(sd - 3, sd + 1);
      if (n == "9999" || !rep && n == "4999") {
        if (!rep) {
          finalise(t, e + 1, 0);
          if (t.times(t).eq(x)) {
            r = t;
            break;
          }
        }
        sd += 4;
        rep = 1;
      } else {
        if (!+n || !+n.slice(1) && n.charAt(0) == "5") {
          finalise(r, e + 1, 1);
          m = !r.times(r).eq(x);
        }
        break;
      }
    }
  }
  external = true;
  return finalise(r, e, Ctor.rounding, m);
};
P.tangent = P.tan = function() {
  var pr, rm, x = this, Ctor = x.constructor;
  if (!x.isFinite()) return new Ctor(NaN);
  if (x.isZero()) return new Ctor(x);
  pr = Ctor.precision;
  rm = Ctor.rounding;
  Ctor.precision = pr + 10;
  Ctor.rounding = 1;
  x = x.sin();
  x.s = 1;
  x = divide(x, new Ctor(1).minus(x.times(x)).sqrt(), pr + 10, 0);
  Ctor.precision = pr;
  Ctor.rounding = rm;
  return finalise(quadrant == 2 || quadrant == 4 ? x.neg() : x, pr, rm, true);
};
P.times = P.mul = function(y) {
  var carry, e, i, k, r, rL, t, xdL, ydL, x = this, Ctor = x.constructor, xd = x.d, yd = (y = new Ctor(y)).d;
  y.s *= x.s;
  if (!xd || !xd[0] || !yd || !yd[0]) {
    return new Ctor(!y.s || xd && !xd[0] && !yd || yd && !yd[0] && !xd ? NaN : !xd || !yd ? y.s / 0 : y.s * 0);
  }
  e = mathfloor(x.e / LOG_BASE) + mathfloor(y.e / LOG_BASE);
  xdL = xd.length;
  ydL = yd.length;
  if (xdL < ydL) {
    r = xd;
    xd = yd;
    yd = r;
    rL = xdL;
    xdL = ydL;
    ydL = rL;
  }
  r = [];
  rL = xdL + ydL;
  for (i = rL; i--; ) r.push(0);
  for (i = ydL; --i >= 0; ) {
    carry = 0;
    for (k = xdL + i; k > i; ) {
      t = r[k] + yd[i] * xd[k - i - 1] + carry;
      r[k--] = t % BASE | 0;
      carry = t / BASE | 0;
    }
    r[k] = (r[k] + carry) % BASE | 0;
  }
  for (; !r[--rL]; ) r.pop();
  if (carry) ++e;
  else r.shift();
  y.d = r;
  y.e = getBase10Exponent(r, e);
  return external ? finalise(y, Ctor.precision, Ctor.rounding) : y;
};
P.toBinary = function(sd, rm) {
  return toStringBinary(this, 2, sd, rm);
};
P.toDecimalPlaces = P.toDP = function(dp, rm) {
  var x = this, Ctor = x.constructor;
  x = new Ctor(x);
  if (dp === void 0) return x;
  checkInt32(dp, 0, MAX_DIGITS);
  if (rm === void 0) rm = Ctor.rounding;
  else checkInt32(rm, 0, 8);
  return finalise(x, dp + x.e + 1, rm);
};
P.toExponential = function(dp, rm) {
  var str, x = this, Ctor = x.constructor;
  if (dp === void 0) {
    str = finiteToString(x, true);
  } else {
    checkInt32(dp, 0, MAX_DIGITS);
    if (rm === void 0) rm = Ctor.rounding;
    else checkInt32(rm, 0, 8);
    x = finalise(new Ctor(x), dp + 1, rm);
    str = finiteToString(x, true, dp + 1);
  }
  return x.isNeg() && !x.isZero() ? "-" + str : str;
};
P.toFixed = function(dp, rm) {
  var str, y, x = this, Ctor = x.constructor;
  if (dp === void 0) {
    str = finiteToString(x);
  } else {
    checkInt32(dp, 0, MAX_DIGITS);
    if (rm === void 0) rm = Ctor.rounding;
    else checkInt32(rm, 0, 8);
    y = finalise(new Ctor(x), dp + x.e + 1, rm);
    str = finiteToString(y, false, dp + y.e + 1);
  }
  return x.isNeg() && !x.isZero() ? "-" + str : str;
};
P.toFraction = function(maxD) {
  var d, d0, d1, d2, e, k, n, n0, n1, pr, q, r, x = this, xd = x.d, Ctor = x.constructor;
  if (!xd) return new Ctor(x);
  n1 = d0 = new Ctor(1);
  d1 = n0 = new Ctor(0);
  d = new Ctor(d1);
  e = d.e = getPrecision(xd) - x.e - 1;
  k = e % LOG_BASE;
  d.d[0] = mathpow(10, k < 0 ? LOG_BASE + k : k);
  if (maxD == null) {
    maxD = e > 0 ? d : n1;
  } else {
    n = new Ctor(maxD);
    if (!n.isInt() || n.lt(n1)) throw Error(invalidArgument + n);
    maxD = n.gt(d) ? e > 0 ? d : n1 : n;
  }
  external = false;
  n = new Ctor(digitsToString(xd));
  pr = Ctor.precision;
  Ctor.precision = e = xd.length * LOG_BASE * 2;
  for (; ; ) {
    q = divide(n, d, 0, 1, 1);
    d2 = d0.plus(q.times(d1));
    if (d2.cmp(maxD) == 1) break;
    d0 = d1;
    d1 = d2;
    d2 = n1;
    n1 = n0.plus(q.times(d2));
    n0 = d2;
    d2 = d;
    d = n.minus(q.times(d2));
    n = d2;
  }
  d2 = divide(maxD.minus(d0), d1, 0, 1, 1);
  n0 = n0.plus(d2.times(n1));
  d0 = d0.plus(d2.times(d1));
  n0.s = n1.s = x.s;
  r = divide(n1, d1, e, 1).minus(x).abs().cmp(divide(n0, d0, e, 1).minus(x).abs()) < 1 ? [n1, d1] : [n0, d0];
  Ctor.precision = pr;
  external = true;
  return r;
};
P.toHexadecimal = P.toHex = function(sd, rm) {
  return toStringBinary(this, 16, sd, rm);
};
P.toNearest = function(y, rm) {
  var x = this, Ctor = x.constructor;
  x = new Ctor(x);
  if (y == null) {
    if (!x.d) return x;
    y = new Ctor(1);
    rm = Ctor.rounding;
  } else {
    y = new Ctor(y);
    if (rm === void 0) {
      rm = Ctor.rounding;
    } else {
      checkInt32(rm, 0, 8);
    }
    if (!x.d) return y.s ? x : y;
    if (!y.d) {
      if (y.s) y.s = x.s;
      return y;
    }
  }
  if (y.d[0]) {
    external = false;
    x = divide(x, y, 0, rm, 1).times(y);
    external = true;
    finalise(x);
  } else {
    y.s = x.s;
    x = y;
  }
  return x;
};
P.toNumber = function() {
  return +this;
};
P.toOctal = function(sd, rm) {
  return toStringBinary(this, 8, sd, rm);
};
P.toPower = P.pow = function(y) {
  var e, k, pr, r, rm, s, x = this, Ctor = x.constructor, yn = +(y = new Ctor(y));
  if (!x.d || !y.d || !x.d[0] || !y.d[0]) return new Ctor(mathpow(+x, yn));
  x = new Ctor(x);
  if (x.eq(1)) return x;
  pr = Ctor.precision;
  rm = Ctor.rounding;
  if (y.eq(1)) return finalise(x, pr, rm);
  e = mathfloor(y.e / LOG_BASE);
  if (e >= y.d.length - 1 && (k = yn < 0 ? -yn : yn) <= MAX_SAFE_INTEGER) {
    r = intPow(Ctor, x, k, pr);
    return y.s < 0 ? new Ctor(1).div(r) : finalise(r, pr, rm);
  }
  s = x.s;
  if (s < 0) {
    if (e < y.d.length - 1) return new Ctor(NaN);
    if ((y.d[e] & 1) == 0) s = 1;
    if (x.e == 0 && x.d[0] == 1 && x.d.length == 1) {
      x.s = s;
      return x;
    }
  }
  k = mathpow(+x, yn);
  e = k == 0 || !isFinite(k) ? mathfloor(yn * (Math.log("0." + digitsToString(x.d)) / Math.LN10 + x.e + 1)) : new Ctor(k + "").e;
  if (e > Ctor.maxE + 1 || e < Ctor.minE - 1) return new Ctor(e > 0 ? s / 0 : 0);
  external = false;
  Ctor.rounding = x.s = 1;
  k = Math.min(12, (e + "").length);
  r = naturalExponential(y.times(naturalLogarithm(x, pr + k)), pr);
  if (r.d) {
    r = finalise(r, pr + 5, 1);
    if (checkRoundingDigits(r.d, pr, rm)) {
      e = pr + 10;
      r = finalise(naturalExponential(y.times(naturalLogarithm(x, e + k)), e), e + 5, 1);
      if (+digitsToString(r.d).slice(pr + 1, pr + 15) + 1 == 1e14) {
        r = finalise(r, pr + 1, 0);
      }
    }
  }
  r.s = s;
  external = true;
  Ctor.rounding = rm;
  return finalise(r, pr, rm);
};
P.toPrecision = function(sd, rm) {
  var str, x = this, Ctor = x.constructor;
  if (sd === void 0) {
    str = finiteToString(x, x.e <= Ctor.toExpNeg || x.e >= Ctor.toExpPos);
  } else {
    checkInt32(sd, 1, MAX_DIGITS);
    if (rm === void 0) rm = Ctor.rounding;
    else checkInt32(rm, 0, 8);
    x = finalise(new Ctor(x), sd, rm);
    str = finiteToString(x, sd <= x.e || x.e <= Ctor.toExpNeg, sd);
  }
  return x.isNeg() && !x.isZero() ? "-" + str : str;
};
P.toSignificantDigits = P.toSD = function(sd, rm) {
  var x = this, Ctor = x.constructor;
  if (sd === void 0) {
    sd = Ctor.precision;
    rm = Ctor.rounding;
  } else {
    checkInt32(sd, 1, MAX_DIGITS);
    if (rm === void 0) rm = Ctor.rounding;
    else checkInt32(rm, 0, 8);
  }
  return finalise(new Ctor(x), sd, rm);
};
P.toString = function() {
  var x = this, Ctor = x.constructor, str = finiteToString(x, x.e <= Ctor.toExpNeg || x.e >= Ctor.toExpPos);
  return x.isNeg() && !x.isZero() ? "-" + str : str;
};
P.truncated = P.trunc = function() {
  return finalise(new this.constructor(this), this.e + 1, 1);
};
P.valueOf = P.toJSON = function() {
  var x = this, Ctor = x.constructor, str = finiteToString(x, x.e <= Ctor.toExpNeg || x.e >= Ctor.toExpPos);
  return x.isNeg() ? "-" + str : str;
};
function digitsToString(d) {
  var i, k, ws, indexOfLastWord = d.length - 1, str = "", w = d[0];
  if (indexOfLastWord > 0) {
    str += w;
    for (i = 1; i < indexOfLastWord; i++) {
      ws = d[i] + "";
      k = LOG_BASE - ws.length;
      if (k) str += getZeroString(k);
      str += ws;
    }
    w = d[i];
    ws = w + "";
    k = LOG_BASE - ws.length;
    if (k) str += getZeroString(k);
  } else if (w === 0) {
    return "0";
  }
  for (; w % 10 === 0; ) w /= 10;
  return str + w;
}
__name(digitsToString, "digitsToString");
function checkInt32(i, min2, max2) {
  if (i !== ~~i || i < min2 || i > max2) {
    throw Error(invalidArgument + i);
  }
}
__name(checkInt32, "checkInt32");
function checkRoundingDigits(d, i, rm, repeating) {
  var di, k, r, rd;
  for (k = d[0]; k >= 10; k /= 10) --i;
  if (--i < 0) {
    i += LOG_BASE;
    di = 0;
  } else {
    di = Math.ceil((i + 1) / LOG_BASE);
    i %= LOG_BASE;
  }
  k = mathpow(10, LOG_BASE - i);
  rd = d[di] % k | 0;
  if (repeating == null) {
    if (i < 3) {
      if (i == 0) rd = rd / 100 | 0;
      else if (i == 1) rd = rd / 10 | 0;
      r = rm < 4 && rd == 99999 || rm > 3 && rd == 49999 || rd == 5e4 || rd == 0;
    } else {
      r = (rm < 4 && rd + 1 == k || rm > 3 && rd + 1 == k / 2) && (d[di + 1] / k / 100 | 0) == mathpow(10, i - 2) - 1 || (rd == k / 2 || rd == 0) && (d[di + 1] / k / 100 | 0) == 0;
    }
  } else {
    if (i < 4) {
      if (i == 0) rd = rd / 1e3 | 0;
      else if (i == 1) rd = rd / 100 | 0;
      else if (i == 2) rd = rd / 10 | 0;
      r = (repeating || rm < 4) && rd == 9999 || !repeating && rm > 3 && rd == 4999;
    } else {
      r = ((repeating || rm < 4) && rd + 1 == k || !repeating && rm > 3 && rd + 1 == k / 2) && (d[di + 1] / k / 1e3 | 0) == mathpow(10, i - 3) - 1;
    }
  }
  return r;
}
__name(checkRoundingDigits, "checkRoundingDigits");
function convertBase(str, baseIn, baseOut) {
  var j, arr = [0], arrL, i = 0, strL = str.length;
  for (; i < strL; ) {
    for (arrL = arr.length; arrL--; ) arr[arrL] *= baseIn;
    arr[0] += NUMERALS.indexOf(str.charAt(i++));
    for (j = 0; j < arr.length; j++) {
      if (arr[j] > baseOut - 1) {
        if (arr[j + 1] === void 0) arr[j + 1] = 0;
        arr[j + 1] += arr[j] / baseOut | 0;
        arr[j] %= baseOut;
      }
    }
  }
  return arr.reverse();
}
__name(convertBase, "convertBase");
function cosine(Ctor, x) {
  var k, len, y;
  if (x.isZero()) return x;
  len = x.d.length;
  if (len < 32) {
    k = Math.ceil(len / 3);
    y = (1 / tinyPow(4, k)).toString();
  } else {
    k = 16;
    y = "2.3283064365386962890625e-10";
  }
  Ctor.precision += k;
  x = taylorSeries(Ctor, 1, x.times(y), new Ctor(1));
  for (var i = k; i--; ) {
    var cos2x = x.times(x);
    x = cos2x.times(cos2x).minus(cos2x).times(8).plus(1);
  }
  Ctor.precision -= k;
  return x;
}
__name(cosine, "cosine");
var divide = /* @__PURE__ */ (function() {
  function multiplyInteger(x, k, base) {
    var temp, carry = 0, i = x.length;
    for (x = x.slice(); i--; ) {
      temp = x[i] * k + carry;
      x[i] = temp % base | 0;
      carry = temp / base | 0;
    }
    if (carry) x.unshift(carry);
    return x;
  }
  __name(multiplyInteger, "multiplyInteger");
  function compare(a, b, aL, bL) {
    var i, r;
    if (aL != bL) {
      r = aL > bL ? 1 : -1;
    } else {
      for (i = r = 0; i < aL; i++) {
        if (a[i] != b[i]) {
          r = a[i] > b[i] ? 1 : -1;
          break;
        }
      }
    }
    return r;
  }
  __name(compare, "compare");
  function subtract(a, b, aL, base) {
    var i = 0;
    for (; aL--; ) {
      a[aL] -= i;
      i = a[aL] < b[aL] ? 1 : 0;
      a[aL] = i * base + a[aL] - b[aL];
    }
    for (; !a[0] && a.length > 1; ) a.shift();
  }
  __name(subtract, "subtract");
  return function(x, y, pr, rm, dp, base) {
    var cmp, e, i, k, logBase, more, prod, prodL, q, qd, rem, remL, rem0, sd, t, xi, xL, yd0, yL, yz, Ctor = x.constructor, sign2 = x.s == y.s ? 1 : -1, xd = x.d, yd = y.d;
    if (!xd || !xd[0] || !yd || !yd[0]) {
      return new Ctor(
        // Return NaN if either NaN, or both Infinity or 0.
        !x.s || !y.s || (xd ? yd && xd[0] == yd[0] : !yd) ? NaN : (
          // Return ±0 if x is 0 or y is ±Infinity, or return ±Infinity as y is 0.
          xd && xd[0] == 0 || !yd ? sign2 * 0 : sign2 / 0
        )
      );
    }
    if (base) {
      logBase = 1;
      e = x.e - y.e;
    } else {
      base = BASE;
      logBase = LOG_BASE;
      e = mathfloor(x.e / logBase) - mathfloor(y.e / logBase);
    }
    yL = yd.length;
    xL = xd.length;
    q = new Ctor(sign2);
    qd = q.d = [];
    for (i = 0; yd[i] == (xd[i] || 0); i++) ;
    if (yd[i] > (xd[i] || 0)) e--;
    if (pr == null) {
      sd = pr = Ctor.precision;
      rm = Ctor.rounding;
    } else if (dp) {
      sd = pr + (x.e - y.e) + 1;
    } else {
      sd = pr;
    }
    if (sd < 0) {
      qd.push(1);
      more = true;
    } else {
      sd = sd / logBase + 2 | 0;
      i = 0;
      if (yL == 1) {
        k = 0;
        yd = yd[0];
        sd++;
        for (; (i < xL || k) && sd--; i++) {
          t = k * base + (xd[i] || 0);
          qd[i] = t / yd | 0;
          k = t % yd | 0;
        }
        more = k || i < xL;
      } else {
        k = base / (yd[0] + 1) | 0;
        if (k > 1) {
          yd = multiplyInteger(yd, k, base);
          xd = multiplyInteger(xd, k, base);
          yL = yd.length;
          xL = xd.length;
        }
        xi = yL;
        rem = xd.slice(0, yL);
        remL = rem.length;
        for (; remL < yL; ) rem[remL++] = 0;
        yz = yd.slice();
        yz.unshift(0);
        yd0 = yd[0];
        if (yd[1] >= base / 2) ++yd0;
        do {
          k = 0;
          cmp = compare(yd, rem, yL, remL);
          if (cmp < 0) {
            rem0 = rem[0];
            if (yL != remL) rem0 = rem0 * base + (rem[1] || 0);
            k = rem0 / yd0 | 0;
            if (k > 1) {
              if (k >= base) k = base - 1;
              prod = multiplyInteger(yd, k, base);
              prodL = prod.length;
              remL = rem.length;
              cmp = compare(prod, rem, prodL, remL);
              if (cmp == 1) {
                k--;
                subtract(prod, yL < prodL ? yz : yd, prodL, base);
              }
            } else {
              if (k == 0) cmp = k = 1;
              prod = yd.slice();
            }
            prodL = prod.length;
            if (prodL < remL) prod.unshift(0);
            subtract(rem, prod, remL, base);
            if (cmp == -1) {
              remL = rem.length;
              cmp = compare(yd, rem, yL, remL);
              if (cmp < 1) {
                k++;
                subtract(rem, yL < remL ? yz : yd, remL, base);
              }
            }
            remL = rem.length;
          } else if (cmp === 0) {
            k++;
            rem = [0];
          }
          qd[i++] = k;
          if (cmp && rem[0]) {
            rem[remL++] = xd[xi] || 0;
          } else {
            rem = [xd[xi]];
            remL = 1;
          }
        } while ((xi++ < xL || rem[0] !== void 0) && sd--);
        more = rem[0] !== void 0;
      }
      if (!qd[0]) qd.shift();
    }
    if (logBase == 1) {
      q.e = e;
      inexact = more;
    } else {
      for (i = 1, k = qd[0]; k >= 10; k /= 10) i++;
      q.e = i + e * logBase - 1;
      finalise(q, dp ? pr + q.e + 1 : pr, rm, more);
    }
    return q;
  };
})();
function finalise(x, sd, rm, isTruncated) {
  var digits, i, j, k, rd, roundUp, w, xd, xdi, Ctor = x.constructor;
  out: if (sd != null) {
    xd = x.d;
    if (!xd) return x;
    for (digits = 1, k = xd[0]; k >= 10; k /= 10) digits++;
    i = sd - digits;
    if (i < 0) {
      i += LOG_BASE;
      j = sd;
      w = xd[xdi = 0];
      rd = w / mathpow(10, digits - j - 1) % 10 | 0;
    } else {
      xdi = Math.ceil((i + 1) / LOG_BASE);
      k = xd.length;
      if (xdi >= k) {
        if (isTruncated) {
          for (; k++ <= xdi; ) xd.push(0);
          w = rd = 0;
          digits = 1;
          i %= LOG_BASE;
          j = i - LOG_BASE + 1;
        } else {
          break out;
        }
      } else {
        w = k = xd[xdi];
        for (digits = 1; k >= 10; k /= 10) digits++;
        i %= LOG_BASE;
        j = i - LOG_BASE + digits;
        rd = j < 0 ? 0 : w / mathpow(10, digits - j - 1) % 10 | 0;
      }
    }
    isTruncated = isTruncated || sd < 0 || xd[xdi + 1] !== void 0 || (j < 0 ? w : w % mathpow(10, digits - j - 1));
    roundUp = rm < 4 ? (rd || isTruncated) && (rm == 0 || rm == (x.s < 0 ? 3 : 2)) : rd > 5 || rd == 5 && (rm == 4 || isTruncated || rm == 6 && // Check whether the digit to the left of the rounding digit is odd.
    (i > 0 ? j > 0 ? w / mathpow(10, digits - j) : 0 : xd[xdi - 1]) % 10 & 1 || rm == (x.s < 0 ? 8 : 7));
    if (sd < 1 || !xd[0]) {
      xd.length = 0;
      if (roundUp) {
        sd -= x.e + 1;
        xd[0] = mathpow(10, (LOG_BASE - sd % LOG_BASE) % LOG_BASE);
        x.e = -sd || 0;
      } else {
        xd[0] = x.e = 0;
      }
      return x;
    }
    if (i == 0) {
      xd.length = xdi;
      k = 1;
      xdi--;
    } else {
      xd.length = xdi + 1;
      k = mathpow(10, LOG_BASE - i);
      xd[xdi] = j > 0 ? (w / mathpow(10, digits - j) % mathpow(10, j) | 0) * k : 0;
    }
    if (roundUp) {
      for (; ; ) {
        if (xdi == 0) {
          for (i = 1, j = xd[0]; j >= 10; j /= 10) i++;
          j = xd[0] += k;
          for (k = 1; j >= 10; j /= 10) k++;
          if (i != k) {
            x.e++;
            if (xd[0] == BASE) xd[0] = 1;
          }
          break;
        } else {
          xd[xdi] += k;
          if (xd[xdi] != BASE) break;
          xd[xdi--] = 0;
          k = 1;
        }
      }
    }
    for (i = xd.length; xd[--i] === 0; ) xd.pop();
  }
  if (external) {
    if (x.e > Ctor.maxE) {
      x.d = null;
      x.e = NaN;
    } else if (x.e < Ctor.minE) {
      x.e = 0;
      x.d = [0];
    }
  }
  return x;
}
__name(finalise, "finalise");
function finiteToString(x, isExp, sd) {
  if (!x.isFinite()) return nonFiniteToString(x);
  var k, e = x.e, str = digitsToString(x.d), len = str.length;
  if (isExp) {
    if (sd && (k = sd - len) > 0) {
      str = str.charAt(0) + "." + str.slice(1) + getZeroString(k);
    } else if (len > 1) {
      str = str.charAt(0) + "." + str.slice(1);
    }
    str = str + (x.e < 0 ? "e" : "e+") + x.e;
  } else if (e < 0) {
    str = "0." + getZeroString(-e - 1) + str;
    if (sd && (k = sd - len) > 0) str += getZeroString(k);
  } else if (e >= len) {
    str += getZeroString(e + 1 - len);
    if (sd && (k = sd - e - 1) > 0) str = str + "." + getZeroString(k);
  } else {
    if ((k = e + 1) < len) str = str.slice(0, k) + "." + str.slice(k);
    if (sd && (k = sd - len) > 0) {
      if (e + 1 === len) str += ".";
      str += getZeroString(k);
    }
  }
  return str;
}
__name(finiteToString, "finiteToString");
function getBase10Exponent(digits, e) {
  var w = digits[0];
  for (e *= LOG_BASE; w >= 10; w /= 10) e++;
  return e;
}
__name(getBase10Exponent, "getBase10Exponent");
function getLn10(Ctor, sd, pr) {
  if (sd > LN10_PRECISION) {
    external = true;
    if (pr) Ctor.precision = pr;
    throw Error(precisionLimitExceeded);
  }
  return finalise(new Ctor(LN10), sd, 1, true);
}
__name(getLn10, "getLn10");
function getPi(Ctor, sd, rm) {
  if (sd > PI_PRECISION) throw Error(precisionLimitExceeded);
  return finalise(new Ctor(PI), sd, rm, true);
}
__name(getPi, "getPi");
function getPrecision(digits) {
  var w = digits.length - 1, len = w * LOG_BASE + 1;
  w = digits[w];
  if (w) {
    for (; w % 10 == 0; w /= 10) len--;
    for (w = digits[0]; w >= 10; w /= 10) len++;
  }
  return len;
}
__name(getPrecision, "getPrecision");
function getZeroString(k) {
  var zs = "";
  for (; k--; ) zs += "0";
  return zs;
}
__name(getZeroString, "getZeroString");
function intPow(Ctor, x, n, pr) {
  var isTruncated, r = new Ctor(1), k = Math.ceil(pr / LOG_BASE + 4);
  external = false;
  for (; ; ) {
    if (n % 2) {
      r = r.times(x);
      if (truncate(r.d, k)) isTruncated = true;
    }
    n = mathfloor(n / 2);
    if (n === 0) {
      n = r.d.length - 1;
      if (isTruncated && r.d[n] === 0) ++r.d[n];
      break;
    }
    x = x.times(x);
    truncate(x.d, k);
  }
  external = true;
  return r;
}
__name(intPow, "intPow");
function isOdd(n) {
  return n.d[n.d.length - 1] & 1;
}
__name(isOdd, "isOdd");
function maxOrMin(Ctor, args, n) {
  var k, y, x = new Ctor(args[0]), i = 0;
  for (; ++i < args.length; ) {
    y = new Ctor(args[i]);
    if (!y.s) {
      x = y;
      break;
    }
    k = x.cmp(y);
    if (k === n || k === 0 && x.s === n) {
      x = y;
    }
  }
  return x;
}
__name(maxOrMin, "maxOrMin");
function naturalExponential(x, sd) {
  var denominator, guard, j, pow2, sum3, t, wpr, rep = 0, i = 0, k = 0, Ctor = x.constructor, rm = Ctor.rounding, pr = Ctor.precision;
  if (!x.d || !x.d[0] || x.e > 17) {
    return new Ctor(x.d ? !x.d[0] ? 1 : x.s < 0 ? 0 : 1 / 0 : x.s ? x.s < 0 ? 0 : x : 0 / 0);
  }
  if (sd == null) {
    external = false;
    wpr = pr;
  } else {
    wpr = sd;
  }
  t = new Ctor(0.03125);
  while (x.e > -2) {
    x = x.times(t);
    k += 5;
  }
  guard = Math.log(mathpow(2, k)) / Math.LN10 * 2 + 5 | 0;
  wpr += guard;
  denominator = pow2 = sum3 = new Ctor(1);
  Ctor.precision = wpr;
  for (; ; ) {
    pow2 = finalise(pow2.times(x), wpr, 1);
    denominator = denominator.times(++i);
    t = sum3.plus(divide(pow2, denominator, wpr, 1));
    if (digitsToString(t.d).slice(0, wpr) === digitsToString(sum3.d).slice(0, wpr)) {
      j = k;
      while (j--) sum3 = finalise(sum3.times(sum3), wpr, 1);
      if (sd == null) {
        if (rep < 3 && checkRoundingDigits(sum3.d, wpr - guard, rm, rep)) {
          Ctor.precision = wpr += 10;
          denominator = pow2 = t = new Ctor(1);
          i = 0;
          rep++;
        } else {
          return finalise(sum3, Ctor.precision = pr, rm, external = true);
        }
      } else {
        Ctor.precision = pr;
        return sum3;
      }
    }
    sum3 = t;
  }
}
__name(naturalExponential, "naturalExponential");
function naturalLogarithm(y, sd) {
  var c, c0, denominator, e, numerator, rep, sum3, t, wpr, x1, x2, n = 1, guard = 10, x = y, xd = x.d, Ctor = x.constructor, rm = Ctor.rounding, pr = Ctor.precision;
  if (x.s < 0 || !xd || !xd[0] || !x.e && xd[0] == 1 && xd.length == 1) {
    return new Ctor(xd && !xd[0] ? -1 / 0 : x.s != 1 ? NaN : xd ? 0 : x);
  }
  if (sd == null) {
    external = false;
    wpr = pr;
  } else {
    wpr = sd;
  }
  Ctor.precision = wpr += guard;
  c = digitsToString(xd);
  c0 = c.charAt(0);
  if (Math.abs(e = x.e) < 15e14) {
    while (c0 < 7 && c0 != 1 || c0 == 1 && c.charAt(1) > 3) {
      x = x.times(y);
      c = digitsToString(x.d);
      c0 = c.charAt(0);
      n++;
    }
    e = x.e;
    if (c0 > 1) {
      x = new Ctor("0." + c);
      e++;
    } else {
      x = new Ctor(c0 + "." + c.slice(1));
    }
  } else {
    t = getLn10(Ctor, wpr + 2, pr).times(e + "");
    x = naturalLogarithm(new Ctor(c0 + "." + c.slice(1)), wpr - guard).plus(t);
    Ctor.precision = pr;
    return sd == null ? finalise(x, pr, rm, external = true) : x;
  }
  x1 = x;
  sum3 = numerator = x = divide(x.minus(1), x.plus(1), wpr, 1);
  x2 = finalise(x.times(x), wpr, 1);
  denominator = 3;
  for (; ; ) {
    numerator = finalise(numerator.times(x2), wpr, 1);
    t = sum3.plus(divide(numerator, new Ctor(denominator), wpr, 1));
    if (digitsToString(t.d).slice(0, wpr) === digitsToString(sum3.d).slice(0, wpr)) {
      sum3 = sum3.times(2);
      if (e !== 0) sum3 = sum3.plus(getLn10(Ctor, wpr + 2, pr).times(e + ""));
      sum3 = divide(sum3, new Ctor(n), wpr, 1);
      if (sd == null) {
        if (checkRoundingDigits(sum3.d, wpr - guard, rm, rep)) {
          Ctor.precision = wpr += guard;
          t = numerator = x = divide(x1.minus(1), x1.plus(1), wpr, 1);
          x2 = finalise(x.times(x), wpr, 1);
          denominator = rep = 1;
        } else {
          return finalise(sum3, Ctor.precision = pr, rm, external = true);
        }
      } else {
        Ctor.precision = pr;
        return sum3;
      }
    }
    sum3 = t;
    denominator += 2;
  }
}
__name(naturalLogarithm, "naturalLogarithm");
function nonFiniteToString(x) {
  return String(x.s * x.s / 0);
}
__name(nonFiniteToString, "nonFiniteToString");
function parseDecimal(x, str) {
  var e, i, len;
  if ((e = str.indexOf(".")) > -1) str = str.replace(".", "");
  if ((i = str.search(/e/i)) > 0) {
    if (e < 0) e = i;
    e += +str.slice(i + 1);
    str = str.substring(0, i);
  } else if (e < 0) {
    e = str.length;
  }
  for (i = 0; str.charCodeAt(i) === 48; i++) ;
  for (len = str.length; str.charCodeAt(len - 1) === 48; --len) ;
  str = str.slice(i, len);
  if (str) {
    len -= i;
    x.e = e = e - i - 1;
    x.d = [];
    i = (e + 1) % LOG_BASE;
    if (e < 0) i += LOG_BASE;
    if (i < len) {
      if (i) x.d.push(+str.slice(0, i));
      for (len -= LOG_BASE; i < len; ) x.d.push(+str.slice(i, i += LOG_BASE));
      str = str.slice(i);
      i = LOG_BASE - str.length;
    } else {
      i -= len;
    }
    for (; i--; ) str += "0";
    x.d.push(+str);
    if (external) {
      if (x.e > x.constructor.maxE) {
        x.d = null;
        x.e = NaN;
      } else if (x.e < x.constructor.minE) {
        x.e = 0;
        x.d = [0];
      }
    }
  } else {
    x.e = 0;
    x.d = [0];
  }
  return x;
}
__name(parseDecimal, "parseDecimal");
function parseOther(x, str) {
  var base, Ctor, divisor, i, isFloat, len, p, xd, xe;
  if (str.indexOf("_") > -1) {
    str = str.replace(/(\d)_(?=\d)/g, "$1");
    if (isDecimal.test(str)) return parseDecimal(x, str);
  } else if (str === "Infinity" || str === "NaN") {
    if (!+str) x.s = NaN;
    x.e = NaN;
    x.d = null;
    return x;
  }
  if (isHex.test(str)) {
    base = 16;
    str = str.toLowerCase();
  } else if (isBinary.test(str)) {
    base = 2;
  } else if (isOctal.test(str)) {
    base = 8;
  } else {
    throw Error(invalidArgument + str);
  }
  i = str.search(/p/i);
  if (i > 0) {
    p = +str.slice(i + 1);
    str = str.substring(2, i);
  } else {
    str = str.slice(2);
  }
  i = str.indexOf(".");
  isFloat = i >= 0;
  Ctor = x.constructor;
  if (isFloat) {
    str = str.replace(".", "");
    len = str.length;
    i = len - i;
    divisor = intPow(Ctor, new Ctor(base), i, i * 2);
  }
  xd = convertBase(str, base, BASE);
  xe = xd.length - 1;
  for (i = xe; xd[i] === 0; --i) xd.pop();
  if (i < 0) return new Ctor(x.s * 0);
  x.e = getBase10Exponent(xd, xe);
  x.d = xd;
  external = false;
  if (isFloat) x = divide(x, divisor, len * 4);
  if (p) x = x.times(Math.abs(p) < 54 ? mathpow(2, p) : Decimal.pow(2, p));
  external = true;
  return x;
}
__name(parseOther, "parseOther");
function sine(Ctor, x) {
  var k, len = x.d.length;
  if (len < 3) {
    return x.isZero() ? x : taylorSeries(Ctor, 2, x, x);
  }
  k = 1.4 * Math.sqrt(len);
  k = k > 16 ? 16 : k | 0;
  x = x.times(1 / tinyPow(5, k));
  x = taylorSeries(Ctor, 2, x, x);
  var sin2_x, d5 = new Ctor(5), d16 = new Ctor(16), d20 = new Ctor(20);
  for (; k--; ) {
    sin2_x = x.times(x);
    x = x.times(d5.plus(sin2_x.times(d16.times(sin2_x).minus(d20))));
  }
  return x;
}
__name(sine, "sine");
function taylorSeries(Ctor, n, x, y, isHyperbolic) {
  var j, t, u, x2, i = 1, pr = Ctor.precision, k = Math.ceil(pr / LOG_BASE);
  external = false;
  x2 = x.times(x);
  u = new Ctor(y);
  for (; ; ) {
    t = divide(u.times(x2), new Ctor(n++ * n++), pr, 1);
    u = isHyperbolic ? y.plus(t) : y.minus(t);
    y = divide(t.times(x2), new Ctor(n++ * n++), pr, 1);
    t = u.plus(y);
    if (t.d[k] !== void 0) {
      for (j = k; t.d[j] === u.d[j] && j--; ) ;
      if (j == -1) break;
    }
    j = u;
    u = y;
    y = t;
    t = j;
    i++;
  }
  external = true;
  t.d.length = k + 1;
  return t;
}
__name(taylorSeries, "taylorSeries");
function tinyPow(b, e) {
  var n = b;
  while (--e) n *= b;
  return n;
}
__name(tinyPow, "tinyPow");
function toLessThanHalfPi(Ctor, x) {
  var t, isNeg = x.s < 0, pi = getPi(Ctor, Ctor.precision, 1), halfPi = pi.times(0.5);
  x = x.abs();
  if (x.lte(halfPi)) {
    quadrant = isNeg ? 4 : 1;
    return x;
  }
  t = x.divToInt(pi);
  if (t.isZero()) {
    quadrant = isNeg ? 3 : 2;
  } else {
    x = x.minus(t.times(pi));
    if (x.lte(halfPi)) {
      quadrant = isOdd(t) ? isNeg ? 2 : 3 : isNeg ? 4 : 1;
      return x;
    }
    quadrant = isOdd(t) ? isNeg ? 1 : 4 : isNeg ? 3 : 2;
  }
  return x.minus(pi).abs();
}
__name(toLessThanHalfPi, "toLessThanHalfPi");
function toStringBinary(x, baseOut, sd, rm) {
  var base, e, i, k, len, roundUp, str, xd, y, Ctor = x.constructor, isExp = sd !== void 0;
  if (isExp) {
    checkInt32(sd, 1, MAX_DIGITS);
    if (rm === void 0) rm = Ctor.rounding;
    else checkInt32(rm, 0, 8);
  } else {
    sd = Ctor.precision;
    rm = Ctor.rounding;
  }
  if (!x.isFinite()) {
    str = nonFiniteToString(x);
  } else {
    str = finiteToString(x);
    i = str.indexOf(".");
    if (isExp) {
      base = 2;
      if (baseOut == 16) {
        sd = sd * 4 - 3;
      } else if (baseOut == 8) {
        sd = sd * 3 - 2;
      }
    } else {
      base = baseOut;
    }
    if (i >= 0) {
      str = str.replace(".", "");
      y = new Ctor(1);
      y.e = str.length - i;
      y.d = convertBase(finiteToString(y), 10, base);
      y.e = y.d.length;
    }
    xd = convertBase(str, 10, base);
    e = len = xd.length;
    for (; xd[--len] == 0; ) xd.pop();
    if (!xd[0]) {
      str = isExp ? "0p+0" : "0";
    } else {
      if (i < 0) {
        e--;
      } else {
        x = new Ctor(x);
        x.d = xd;
        x.e = e;
        x = divide(x, y, sd, rm, 0, base);
        xd = x.d;
        e = x.e;
        roundUp = inexact;
      }
      i = xd[sd];
      k = base / 2;
      roundUp = roundUp || xd[sd + 1] !== void 0;
      roundUp = rm < 4 ? (i !== void 0 || roundUp) && (rm === 0 || rm === (x.s < 0 ? 3 : 2)) : i > k || i === k && (rm === 4 || roundUp || rm === 6 && xd[sd - 1] & 1 || rm === (x.s < 0 ? 8 : 7));
      xd.length = sd;
      if (roundUp) {
        for (; ++xd[--sd] > base - 1; ) {
          xd[sd] = 0;
          if (!sd) {
            ++e;
            xd.unshift(1);
          }
        }
      }
      for (len = xd.length; !xd[len - 1]; --len) ;
      for (i = 0, str = ""; i < len; i++) str += NUMERALS.charAt(xd[i]);
      if (isExp) {
        if (len > 1) {
          if (baseOut == 16 || baseOut == 8) {
            i = baseOut == 16 ? 4 : 3;
            for (--len; len % i; len++) str += "0";
            xd = convertBase(str, base, baseOut);
            for (len = xd.length; !xd[len - 1]; --len) ;
            for (i = 1, str = "1."; i < len; i++) str += NUMERALS.charAt(xd[i]);
          } else {
            str = str.charAt(0) + "." + str.slice(1);
          }
        }
        str = str + (e < 0 ? "p" : "p+") + e;
      } else if (e < 0) {
        for (; ++e; ) str = "0" + str;
        str = "0." + str;
      } else {
        if (++e > len) for (e -= len; e--; ) str += "0";
        else if (e < len) str = str.slice(0, e) + "." + str.slice(e);
      }
    }
    str = (baseOut == 16 ? "0x" : baseOut == 2 ? "0b" : baseOut == 8 ? "0o" : "") + str;
  }
  return x.s < 0 ? "-" + str : str;
}
__name(toStringBinary, "toStringBinary");
function truncate(arr, len) {
  if (arr.length > len) {
    arr.length = len;
    return true;
  }
}
__name(truncate, "truncate");
function abs(x) {
  return new this(x).abs();
}
__name(abs, "abs");
function acos(x) {
  return new this(x).acos();
}
__name(acos, "acos");
function acosh(x) {
  return new this(x).acosh();
}
__name(acosh, "acosh");
function add(x, y) {
  return new this(x).plus(y);
}
__name(add, "add");
function asin(x) {
  return new this(x).asin();
}
__name(asin, "asin");
function asinh(x) {
  return new this(x).asinh();
}
__name(asinh, "asinh");
function atan(x) {
  return new this(x).atan();
}
__name(atan, "atan");
function atanh(x) {
  return new this(x).atanh();
}
__name(atanh, "atanh");
function atan2(y, x) {
  y = new this(y);
  x = new this(x);
  var r, pr = this.precision, rm = this.rounding, wpr = pr + 4;
  if (!y.s || !x.s) {
    r = new this(NaN);
  } else if (!y.d && !x.d) {
    r = getPi(this, wpr, 1).times(x.s > 0 ? 0.25 : 0.75);
    r.s = y.s;
  } else if (!x.d || y.isZero()) {
    r = x.s < 0 ? getPi(this, pr, rm) : new this(0);
    r.s = y.s;
  } else if (!y.d || x.isZero()) {
    r = getPi(this, wpr, 1).times(0.5);
    r.s = y.s;
  } else if (x.s < 0) {
    this.precision = wpr;
    this.rounding = 1;
    r = this.atan(divide(y, x, wpr, 1));
    x = getPi(this, wpr, 1);
    this.precision = pr;
    this.rounding = rm;
    r = y.s < 0 ? r.minus(x) : r.plus(x);
  } else {
    r = this.atan(divide(y, x, wpr, 1));
  }
  return r;
}
__name(atan2, "atan2");
function cbrt(x) {
  return new this(x).cbrt();
}
__name(cbrt, "cbrt");
function ceil(x) {
  return finalise(x = new this(x), x.e + 1, 2);
}
__name(ceil, "ceil");
function clamp2(x, min2, max2) {
  return new this(x).clamp(min2, max2);
}
__name(clamp2, "clamp");
function config(obj) {
  if (!obj || typeof obj !== "object") throw Error(decimalError + "Object expected");
  var i, p, v, useDefaults = obj.defaults === true, ps = [
    "precision",
    1,
    MAX_DIGITS,
    "rounding",
    0,
    8,
    "toExpNeg",
    -EXP_LIMIT,
    0,
    "toExpPos",
    0,
    EXP_LIMIT,
    "maxE",
    0,
    EXP_LIMIT,
    "minE",
    -EXP_LIMIT,
    0,
    "modulo",
    0,
    9
  ];
  for (i = 0; i < ps.length; i += 3) {
    if (p = ps[i], useDefaults) this[p] = DEFAULTS[p];
    if ((v = obj[p]) !== void 0) {
      if (mathfloor(v) === v && v >= ps[i + 1] && v <= ps[i + 2]) this[p] = v;
      else throw Error(invalidArgument + p + ": " + v);
    }
  }
  if (p = "crypto", useDefaults) this[p] = DEFAULTS[p];
  if ((v = obj[p]) !== void 0) {
    if (v === true || v === false || v === 0 || v === 1) {
      if (v) {
        if (typeof crypto != "undefined" && crypto && (crypto.getRandomValues || crypto.randomBytes)) {
          this[p] = true;
        } else {
          throw Error(cryptoUnavailable);
        }
      } else {
        this[p] = false;
      }
    } else {
      throw Error(invalidArgument + p + ": " + v);
    }
  }
  return this;
}
__name(config, "config");
function cos(x) {
  return new this(x).cos();
}
__name(cos, "cos");
function cosh(x) {
  return new this(x).cosh();
}
__name(cosh, "cosh");
function clone(obj) {
  var i, p, ps;
  function Decimal2(v) {
    var e, i2, t, x = this;
    if (!(x instanceof Decimal2)) return new Decimal2(v);
    x.constructor = Decimal2;
    if (isDecimalInstance(v)) {
      x.s = v.s;
      if (external) {
        if (!v.d || v.e > Decimal2.maxE) {
          x.e = NaN;
          x.d = null;
        } else if (v.e < Decimal2.minE) {
          x.e = 0;
          x.d = [0];
        } else {
          x.e = v.e;
          x.d = v.d.slice();
        }
      } else {
        x.e = v.e;
        x.d = v.d ? v.d.slice() : v.d;
      }
      return;
    }
    t = typeof v;
    if (t === "number") {
      if (v === 0) {
        x.s = 1 / v < 0 ? -1 : 1;
        x.e = 0;
        x.d = [0];
        return;
      }
      if (v < 0) {
        v = -v;
        x.s = -1;
      } else {
        x.s = 1;
      }
      if (v === ~~v && v < 1e7) {
        for (e = 0, i2 = v; i2 >= 10; i2 /= 10) e++;
        if (external) {
          if (e > Decimal2.maxE) {
            x.e = NaN;
            x.d = null;
          } else if (e < Decimal2.minE) {
            x.e = 0;
            x.d = [0];
          } else {
            x.e = e;
            x.d = [v];
          }
        } else {
          x.e = e;
          x.d = [v];
        }
        return;
      }
      if (v * 0 !== 0) {
        if (!v) x.s = NaN;
        x.e = NaN;
        x.d = null;
        return;
      }
      return parseDecimal(x, v.toString());
    }
    if (t === "string") {
      if ((i2 = v.charCodeAt(0)) === 45) {
        v = v.slice(1);
        x.s = -1;
      } else {
        if (i2 === 43) v = v.slice(1);
        x.s = 1;
      }
      return isDecimal.test(v) ? parseDecimal(x, v) : parseOther(x, v);
    }
    if (t === "bigint") {
      if (v < 0) {
        v = -v;
        x.s = -1;
      } else {
        x.s = 1;
      }
      return parseDecimal(x, v.toString());
    }
    throw Error(invalidArgument + v);
  }
  __name(Decimal2, "Decimal");
  Decimal2.prototype = P;
  Decimal2.ROUND_UP = 0;
  Decimal2.ROUND_DOWN = 1;
  Decimal2.ROUND_CEIL = 2;
  Decimal2.ROUND_FLOOR = 3;
  Decimal2.ROUND_HALF_UP = 4;
  Decimal2.ROUND_HALF_DOWN = 5;
  Decimal2.ROUND_HALF_EVEN = 6;
  Decimal2.ROUND_HALF_CEIL = 7;
  Decimal2.ROUND_HALF_FLOOR = 8;
  Decimal2.EUCLID = 9;
  Decimal2.config = Decimal2.set = config;
  Decimal2.clone = clone;
  Decimal2.isDecimal = isDecimalInstance;
  Decimal2.abs = abs;
  Decimal2.acos = acos;
  Decimal2.acosh = acosh;
  Decimal2.add = add;
  Decimal2.asin = asin;
  Decimal2.asinh = asinh;
  Decimal2.atan = atan;
  Decimal2.atanh = atanh;
  Decimal2.atan2 = atan2;
  Decimal2.cbrt = cbrt;
  Decimal2.ceil = ceil;
  Decimal2.clamp = clamp2;
  Decimal2.cos = cos;
  Decimal2.cosh = cosh;
  Decimal2.div = div;
  Decimal2.exp = exp;
  Decimal2.floor = floor;
  Decimal2.hypot = hypot;
  Decimal2.ln = ln;
  Decimal2.log = log;
  Decimal2.log10 = log10;
  Decimal2.log2 = log2;
  Decimal2.max = max;
  Decimal2.min = min;
  Decimal2.mod = mod;
  Decimal2.mul = mul;
  Decimal2.pow = pow;
  Decimal2.random = random2;
  Decimal2.round = round;
  Decimal2.sign = sign;
  Decimal2.sin = sin;
  Decimal2.sinh = sinh;
  Decimal2.sqrt = sqrt;
  Decimal2.sub = sub;
  Decimal2.sum = sum2;
  Decimal2.tan = tan;
  Decimal2.tanh = tanh;
  Decimal2.trunc = trunc;
  if (obj === void 0) obj = {};
  if (obj) {
    if (obj.defaults !== true) {
      ps = ["precision", "rounding", "toExpNeg", "toExpPos", "maxE", "minE", "modulo", "crypto"];
      for (i = 0; i < ps.length; ) if (!obj.hasOwnProperty(p = ps[i++])) obj[p] = this[p];
    }
  }
  Decimal2.config(obj);
  return Decimal2;
}
__name(clone, "clone");
function div(x, y) {
  return new this(x).div(y);
}
__name(div, "div");
function exp(x) {
  return new this(x).exp();
}
__name(exp, "exp");
function floor(x) {
  return finalise(x = new this(x), x.e + 1, 3);
}
__name(floor, "floor");
function hypot() {
  var i, n, t = new this(0);
  external = false;
  for (i = 0; i < arguments.length; ) {
    n = new this(arguments[i++]);
    if (!n.d) {
      if (n.s) {
        external = true;
        return new this(1 / 0);
      }
      t = n;
    } else if (t.d) {
      t = t.plus(n.times(n));
    }
  }
  external = true;
  return t.sqrt();
}
__name(hypot, "hypot");
function isDecimalInstance(obj) {
  return obj instanceof Decimal || obj && obj.toStringTag === tag || false;
}
__name(isDecimalInstance, "isDecimalInstance");
function ln(x) {
  return new this(x).ln();
}
__name(ln, "ln");
function log(x, y) {
  return new this(x).log(y);
}
__name(log, "log");
function log2(x) {
  return new this(x).log(2);
}
__name(log2, "log2");
function log10(x) {
  return new this(x).log(10);
}
__name(log10, "log10");
function max() {
  return maxOrMin(this, arguments, -1);
}
__name(max, "max");
function min() {
  return maxOrMin(this, arguments, 1);
}
__name(min, "min");
function mod(x, y) {
  return new this(x).mod(y);
}
__name(mod, "mod");
function mul(x, y) {
  return new this(x).mul(y);
}
__name(mul, "mul");
function pow(x, y) {
  return new this(x).pow(y);
}
__name(pow, "pow");
function random2(sd) {
  var d, e, k, n, i = 0, r = new this(1), rd = [];
  if (sd === void 0) sd = this.precision;
  else checkInt32(sd, 1, MAX_DIGITS);
  k = Math.ceil(sd / LOG_BASE);
  if (!this.crypto) {
    for (; i < k; ) rd[i++] = Math.random() * 1e7 | 0;
  } else if (crypto.getRandomValues) {
    d = crypto.getRandomValues(new Uint32Array(k));
    for (; i < k; ) {
      n = d[i];
      if (n >= 429e7) {
        d[i] = crypto.getRandomValues(new Uint32Array(1))[0];
      } else {
        rd[i++] = n % 1e7;
      }
    }
  } else if (crypto.randomBytes) {
    d = crypto.randomBytes(k *= 4);
    for (; i < k; ) {
      n = d[i] + (d[i + 1] << 8) + (d[i + 2] << 16) + ((d[i + 3] & 127) << 24);
      if (n >= 214e7) {
        crypto.randomBytes(4).copy(d, i);
      } else {
        rd.push(n % 1e7);
        i += 4;
      }
    }
    i = k / 4;
  } else {
    throw Error(cryptoUnavailable);
  }
  k = rd[--i];
  sd %= LOG_BASE;
  if (k && sd) {
    n = mathpow(10, LOG_BASE - sd);
    rd[i] = (k / n | 0) * n;
  }
  for (; rd[i] === 0; i--) rd.pop();
  if (i < 0) {
    e = 0;
    rd = [0];
  } else {
    e = -1;
    for (; rd[0] === 0; e -= LOG_BASE) rd.shift();
    for (k = 1, n = rd[0]; n >= 10; n /= 10) k++;
    if (k < LOG_BASE) e -= LOG_BASE - k;
  }
  r.e = e;
  r.d = rd;
  return r;
}
__name(random2, "random");
function round(x) {
  return finalise(x = new this(x), x.e + 1, this.rounding);
}
__name(round, "round");
function sign(x) {
  x = new this(x);
  return x.d ? x.d[0] ? x.s : 0 * x.s : x.s || NaN;
}
__name(sign, "sign");
function sin(x) {
  return new this(x).sin();
}
__name(sin, "sin");
function sinh(x) {
  return new this(x).sinh();
}
__name(sinh, "sinh");
function sqrt(x) {
  return new this(x).sqrt();
}
__name(sqrt, "sqrt");
function sub(x, y) {
  return new this(x).sub(y);
}
__name(sub, "sub");
function sum2() {
  var i = 0, args = arguments, x = new this(args[i]);
  external = false;
  for (; x.s && ++i < args.length; ) x = x.plus(args[i]);
  external = true;
  return finalise(x, this.precision, this.rounding);
}
__name(sum2, "sum");
function tan(x) {
  return new this(x).tan();
}
__name(tan, "tan");
function tanh(x) {
  return new this(x).tanh();
}
__name(tanh, "tanh");
function trunc(x) {
  return finalise(x = new this(x), x.e + 1, 1);
}
__name(trunc, "trunc");
P[/* @__PURE__ */ Symbol.for("nodejs.util.inspect.custom")] = P.toString;
P[Symbol.toStringTag] = "Decimal";
var Decimal = P.constructor = clone(DEFAULTS);
LN10 = new Decimal(LN10);
PI = new Decimal(PI);
var decimal_default = Decimal;

// rowsEngine.ts
var ZERO = new decimal_default(0);
var rowsEngine = {
  load(work) {
    const invoices = invoiceRows(work);
    const run2 = /* @__PURE__ */ __name(() => {
      const cells = /* @__PURE__ */ new Map();
      for (const invoice of invoices) applyPayments(invoice, cells);
      return answerOf(cells);
    }, "run");
    return Promise.resolve({
      loading: [],
      run: /* @__PURE__ */ __name(() => Promise.resolve({ answer: run2(), steps: [] }), "run")
    });
  }
};
function dollars(cents) {
  return new decimal_default(cents).div(100);
}
__name(dollars, "dollars");
function invoiceRows({ lines, invoices, payments }) {
  const rows = Array.from(invoices.closedDay, (closedDay, invoice) => {
    const tax = dollars(invoices.taxCents[invoice]);
    return { closedDay, tax, remainingTax: tax, unallocated: ZERO, lines: [], payments: [] };
  });
  for (let id = 0; id < lines.day.length; id++) {
    const amount2 = dollars(lines.cents[id]);
    const [provider2, day] = [lines.provider[id], lines.day[id]];
    rows[lines.invoice[id]].lines.push({ id, provider: provider2, day, amount: amount2, remaining: amount2 });
  }
  for (let id = 0; id < payments.day.length; id++) {
    const row = { id, day: payments.day[id], amount: dollars(payments.cents[id]) };
    rows[payments.invoice[id]].payments.push(row);
  }
  return rows;
}
__name(invoiceRows, "invoiceRows");
function byDay(a, b) {
  return a.day - b.day || a.id - b.id;
}
__name(byDay, "byDay");
function applyPayments(invoice, cells) {
  if (invoice.closedDay === OPEN) return;
  invoice.lines.sort(byDay);
  invoice.remainingTax = invoice.tax;
  invoice.unallocated = ZERO;
  for (const line of invoice.lines) line.remaining = line.amount;
  for (const { day, amount: amount2 } of invoice.payments.sort(byDay)) {
    const effective = civilOfSerial(Math.max(day, invoice.closedDay));
    const month = effective.year === YEAR ? effective.month : 0;
    const add2 = /* @__PURE__ */ __name((name, money) => {
      if (month === 0 || money.isZero()) return;
      const key = `${name}|${month}`;
      cells.set(key, (cells.get(key) ?? ZERO).plus(money));
    }, "add");
    if (amount2.isPositive()) receive(invoice, amount2, add2);
    else giveBack(invoice, amount2.negated(), add2);
  }
}
__name(applyPayments, "applyPayments");
function receive(invoice, amount2, add2) {
  let rest = amount2;
  const owed = decimal_default.min(rest, decimal_default.max(invoice.unallocated.negated(), ZERO));
  rest = rest.minus(owed);
  const tax = decimal_default.min(rest, invoice.remainingTax);
  invoice.remainingTax = invoice.remainingTax.minus(tax);
  rest = rest.minus(tax);
  add2("tax", tax);
  for (const line of invoice.lines) {
    if (rest.isZero()) break;
    const taken = decimal_default.min(rest, line.remaining);
    line.remaining = line.remaining.minus(taken);
    rest = rest.minus(taken);
    add2(`provider ${line.provider}`, taken);
  }
  const unallocated = owed.plus(rest);
  invoice.unallocated = invoice.unallocated.plus(unallocated);
  add2("unallocated", unallocated);
}
__name(receive, "receive");
function giveBack(invoice, amount2, add2) {
  let rest = amount2;
  const credit = decimal_default.min(rest, decimal_default.max(invoice.unallocated, ZERO));
  rest = rest.minus(credit);
  for (const line of invoice.lines.toReversed()) {
    if (rest.isZero()) break;
    const given = decimal_default.min(rest, line.amount.minus(line.remaining));
    line.remaining = line.remaining.plus(given);
    rest = rest.minus(given);
    add2(`provider ${line.provider}`, given.negated());
  }
  const tax = decimal_default.min(rest, invoice.tax.minus(invoice.remainingTax));
  invoice.remainingTax = invoice.remainingTax.plus(tax);
  rest = rest.minus(tax);
  add2("tax", tax.negated());
  const unallocated = credit.plus(rest).negated();
  invoice.unallocated = invoice.unallocated.plus(unallocated);
  add2("unallocated", unallocated);
}
__name(giveBack, "giveBack");
function answerOf(cells) {
  const answer = emptyAnswer();
  for (const [key, money] of cells) {
    const [name = "", monthText = ""] = key.split("|");
    const month = Number(monthText) - 1;
    const cents = money.times(100).toNumber();
    if (name === "tax") answer.taxMonths[month] = cents;
    else if (name === "unallocated") answer.unallocatedMonths[month] = cents;
    else answer.providerMonths[Number(name.slice("provider ".length)) * MONTHS + month] = cents;
  }
  return answer;
}
__name(answerOf, "answerOf");

// engineProcess.ts
var engines = {
  ours: ourEngine,
  duckdb: duckDbEngine,
  rows: rowsEngine
};
async function measure(engine, lineCount, runCount) {
  const loaded = await engine.load(workload(lineCount));
  const digests = /* @__PURE__ */ new Set();
  const runs = [];
  for (let count = 0; count < runCount; count++) {
    globalThis.gc?.();
    const started = performance.now();
    const { answer, steps } = await loaded.run();
    runs.push({ total: performance.now() - started, steps });
    digests.add(digestOf(answer));
  }
  if (digests.size !== 1) throw new Error("two runs of one engine differ");
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  return { digest: [...digests].join(), loading: loaded.loading, runs, peakBytes };
}
__name(measure, "measure");
async function main([name = "", lines = "", runs = ""]) {
  const engine = engines[name];
  if (engine === void 0) throw new Error(`there is no engine ${name}`);
  process.stdout.write(JSON.stringify(await measure(engine, Number(lines), Number(runs))));
}
__name(main, "main");
void main(process.argv.slice(2));
/*! Bundled license information:

decimal.js/decimal.mjs:
  (*!
   *  decimal.js v10.6.0
   *  An arbitrary-precision Decimal type for JavaScript.
   *  https://github.com/MikeMcl/decimal.js
   *  Copyright (c) 2025 Michael Mclaughlin <M8ch88l@gmail.com>
   *  MIT Licence
   *)
*/
