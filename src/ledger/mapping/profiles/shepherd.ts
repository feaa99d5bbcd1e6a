/** Shepherd: invoice lines by the day of administration, and the list of invoices. */
import { asWritten, constant, from, type Profile, type ProfileView } from '../profile';

export const shepherdLines: Profile = {
  name: 'Shepherd invoice lines',
  needs: ['Date Administered', 'Production User', 'Gross Production|Subtotal|Original Price'],
  views: [
    {
      kind: 'Charges',
      fields: {
        'Charge ID': [from('Line Item ID|Charge ID'), { address: true }],
        'Service Date': from('Date Administered'),
        Provider: from('Production User'),
        Amount: asWritten('Gross Production|Subtotal|Original Price'),
        Discount: from('Discount Amount'),
        Tax: from('Sales Tax'),
        Code: from('PIMS ID'),
        Description: from('Product Name|Product|Description'),
        Category: from('Product Category|Product Type'),
        Units: from('Quantity|Qty'),
        'Invoice Number': from('Invoice #'),
        'Patient Name': from('Patient|Patient Name'),
        Location: from('Location'),
      },
    },
  ],
};

const invoice: ProfileView['fields'] = {
  'Invoice Number': from('Invoice #'),
  Tax: from('Sales Tax'),
  Status: from('Invoice Status'),
  Location: from('Location'),
};

/** An invoice that was checked out is closed on its date; any other one is open and has none. */
export const shepherdInvoices: Profile = {
  name: 'Shepherd invoices',
  needs: ['Invoice #', 'Invoice Date', 'Invoice Status'],
  lacks: ['Date Administered'],
  views: [
    {
      kind: 'Invoices',
      rows: [{ column: 'Invoice Status', isNot: ['Checked Out'] }],
      fields: invoice,
    },
    {
      kind: 'Invoices',
      rows: [{ column: 'Invoice Status', is: ['Checked Out'] }],
      fields: { ...invoice, 'Closed Date': from('Invoice Date') },
    },
    {
      kind: 'Payments',
      rows: [{ money: ['Amount Paid'] }],
      fields: {
        'Payment ID': { columns: ['Invoice #'], and: 'Amount Paid' },
        'Payment Date': [from('Payment Date', 'Date Created'), constant('')],
        Type: constant('Payment'),
        Amount: asWritten('Amount Paid'),
        'Invoice Number': from('Invoice #'),
        Location: from('Location'),
      },
    },
  ],
};
