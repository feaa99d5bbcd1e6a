/**
 * A workbook as a practice might have it, put together part by part: two sheets with a table, a chart, a pivot table with
 * its cache, a validation, a conditional format, names, a picture, a chart sheet and a part that no program here knows.
 */
import { strToU8, zipSync } from 'fflate';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PKG = 'http://schemas.openxmlformats.org/package/2006';
const DRAW = 'http://schemas.openxmlformats.org/drawingml/2006';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A 1 by 1 pixel PNG. */
const PIXEL = Uint8Array.from(
  atob(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  ),
  (letter) => letter.charCodeAt(0),
);

function relationships(...items: [id: string, type: string, target: string][]): string {
  const elements = items.map(
    ([id, type, target]) =>
      `<Relationship Id="${id}" Type="${type.includes(':') ? type : `${REL}/${type}`}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PKG}/relationships">${elements.join('')}</Relationships>`;
}

const CONTENT_TYPES = `${HEAD}<Types xmlns="${PKG}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Default Extension="png" ContentType="image/png"/>
<Default Extension="bin" ContentType="application/octet-stream"/>
<Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/>
<Override PartName="/xl/worksheets/data.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/>
<Override PartName="/xl/chartsheets/sheet1.xml" ContentType="${SHEET_TYPE}.chartsheet+xml"/>
<Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/>
<Override PartName="/xl/sharedStrings.xml" ContentType="${SHEET_TYPE}.sharedStrings+xml"/>
<Override PartName="/xl/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>
<Override PartName="/xl/tables/table1.xml" ContentType="${SHEET_TYPE}.table+xml"/>
<Override PartName="/xl/pivotTables/pivotTable1.xml" ContentType="${SHEET_TYPE}.pivotTable+xml"/>
<Override PartName="/xl/pivotCache/pivotCacheDefinition1.xml" ContentType="${SHEET_TYPE}.pivotCacheDefinition+xml"/>
<Override PartName="/xl/pivotCache/pivotCacheRecords1.xml" ContentType="${SHEET_TYPE}.pivotCacheRecords+xml"/>
<Override PartName="/xl/drawings/drawing1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/>
<Override PartName="/xl/drawings/drawing2.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/>
<Override PartName="/xl/charts/chart1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>
<Override PartName="/xl/charts/chart2.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>
<Override PartName="/xl/calcChain.xml" ContentType="${SHEET_TYPE}.calcChain+xml"/>
<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>
<Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>
</Types>`;

const WORKBOOK = `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${REL}"><fileVersion appName="xl" lastEdited="7"/><workbookPr defaultThemeVersion="166925"/><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="12000" activeTab="0"/></bookViews><sheets><sheet name="Summary" sheetId="1" r:id="rId1"/><sheet name="Trend" sheetId="4" r:id="rId9"/><sheet name="Payments" sheetId="7" state="visible" r:id="rId2"/></sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="2" hidden="1">Payments!$A$1:$D$6</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">Summary!$A$1:$D$20,Summary!$F$1:$G$9</definedName><definedName name="Rate">0.075</definedName><definedName name="Amounts">Payments!$C$2:$C$6</definedName><definedName name="Local" localSheetId="0">Summary!$B$3</definedName></definedNames><calcPr calcId="191029"/><pivotCaches><pivotCache cacheId="3" r:id="rId8"/></pivotCaches></workbook>`;

const SUMMARY = `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${REL}" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"><sheetPr><tabColor theme="4" tint="0.4"/><outlinePr summaryBelow="0"/></sheetPr><dimension ref="A1:F9"/><sheetViews><sheetView tabSelected="1" zoomScale="90" workbookViewId="0"><selection activeCell="B3" sqref="B3"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15" x14ac:dyDescent="0.25"/><cols><col min="1" max="1" width="24.7109375" customWidth="1"/><col min="2" max="3" width="12" bestFit="1" customWidth="1" outlineLevel="1"/></cols><sheetData>
<row r="1" spans="1:4" x14ac:dyDescent="0.25"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>
<row r="3" spans="1:4"><c r="A3" t="s"><v>2</v></c><c r="B3" s="2"><f>SUM(Payments!C2:C6)</f><v>140.5</v></c><c r="C3"><f t="shared" ref="C3:C5" si="0">B3*2</f><v>281</v></c></row>
<row r="4" ht="22.5" customHeight="1"><c r="A4" t="b"><v>1</v></c><c r="B4" t="e"><v>#N/A</v></c><c r="C4"><f t="shared" si="0"/><v>0</v></c></row>
<row r="5" hidden="1"><c r="A5" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="B5" t="inlineStr"><is><r><t>rich </t></r><r><rPr><b/></rPr><t>inline</t></r></is></c><c r="C5"><f t="shared" si="0"/><v>0</v></c></row>
<row r="6"><c r="A6"><f t="array" ref="A6:A6">SUM(Payments!C2:C6*2)</f><v>281</v></c></row>
</sheetData><mergeCells count="1"><mergeCell ref="A8:B8"/></mergeCells><conditionalFormatting sqref="B3:B9"><cfRule type="cellIs" dxfId="0" priority="1" operator="greaterThan"><formula>100</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="D3"><formula1>"Yes,No"</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="A3" location="Payments!A1" tooltip="go"/></hyperlinks><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup orientation="portrait" r:id="rId3"/><drawing r:id="rId1"/></worksheet>`;

const PAYMENTS = `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${REL}"><dimension ref="A1:D6"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><sheetData>
<row r="1"><c r="A1" t="s"><v>3</v></c><c r="B1" t="s"><v>4</v></c><c r="C1" t="s"><v>5</v></c><c r="D1" t="s"><v>6</v></c></row>
<row r="2"><c r="A2" t="s"><v>7</v></c><c r="B2" s="3"><v>45352</v></c><c r="C2" s="2"><v>10.5</v></c><c r="D2" t="s"><v>8</v></c></row>
<row r="3"><c r="A3" t="s"><v>9</v></c><c r="B3" s="3"><v>45353.5</v></c><c r="C3" s="2"><v>20</v></c><c r="D3" t="s"><v>8</v></c></row>
<row r="4"><c r="A4" t="s"><v>10</v></c><c r="B4" s="3"><v>45354</v></c><c r="C4" s="2"><v>-5</v></c><c r="D4" t="s"><v>11</v></c></row>
<row r="5"><c r="A5" t="s"><v>12</v></c><c r="B5" s="3"><v>45355</v></c><c r="C5" s="2"><v>75</v></c><c r="D5" t="s"><v>11</v></c></row>
<row r="6"><c r="A6" t="s"><v>13</v></c><c r="B6" s="3"><v>45356</v></c><c r="C6" s="2"><v>40</v></c><c r="D6" t="s"><v>8</v></c></row>
</sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><tableParts count="1"><tablePart r:id="rId1"/></tableParts></worksheet>`;

const TABLE = `${HEAD}<table xmlns="${MAIN}" id="1" name="Payments" displayName="Payments" ref="A1:D6" totalsRowShown="0"><autoFilter ref="A1:D6"/><tableColumns count="4"><tableColumn id="1" name="Payment ID"/><tableColumn id="2" name="Payment Date" dataDxfId="0"/><tableColumn id="3" name="Amount"/><tableColumn id="4" name="Provider"/></tableColumns><tableStyleInfo name="TableStyleMedium2" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>`;

const STRINGS = `${HEAD}<sst xmlns="${MAIN}" count="17" uniqueCount="14"><si><t>Practice summary</t></si><si><r><rPr><b/></rPr><t>rich</t></r><r><t xml:space="preserve"> text</t></r><rPh sb="0" eb="4"><t>phonetic</t></rPh></si><si><t>Total</t></si><si><t>Payment ID</t></si><si><t>Payment Date</t></si><si><t>Amount</t></si><si><t>Provider</t></si><si><t>p1</t></si><si><t>Adams</t></si><si><t>p2</t></si><si><t xml:space="preserve"> p3 _x000D_</t></si><si><t>Baker &amp; Co</t></si><si><t>p_x0041_4</t></si><si><t>p5</t></si></sst>`;

const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><color theme="1"/><name val="Calibri"/><family val="2"/><scheme val="minor"/></font><font><b/><sz val="14"/><color theme="4"/><name val="Calibri"/><family val="2"/><scheme val="minor"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor theme="9" tint="0.8"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color auto="1"/></bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" wrapText="1"/></xf><xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="1"><dxf><font><color rgb="FF9C0006"/></font></dxf></dxfs></styleSheet>`;

const THEME = `${HEAD}<a:theme xmlns:a="${DRAW}/main" name="Practice"><a:themeElements><a:clrScheme name="Practice"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="44546A"/></a:dk2><a:lt2><a:srgbClr val="E7E6E6"/></a:lt2><a:accent1><a:srgbClr val="102030"/></a:accent1><a:accent2><a:srgbClr val="ED7D31"/></a:accent2><a:accent3><a:srgbClr val="A5A5A5"/></a:accent3><a:accent4><a:srgbClr val="FFC000"/></a:accent4><a:accent5><a:srgbClr val="5B9BD5"/></a:accent5><a:accent6><a:srgbClr val="70AD47"/></a:accent6><a:hlink><a:srgbClr val="0563C1"/></a:hlink><a:folHlink><a:srgbClr val="954F72"/></a:folHlink></a:clrScheme><a:fontScheme name="Office"><a:majorFont><a:latin typeface="Calibri Light"/><a:ea typeface=""/><a:cs typeface=""/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/></a:minorFont></a:fontScheme><a:fmtScheme name="Office"><a:fillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:fillStyleLst><a:lnStyleLst><a:ln w="6350"/><a:ln w="12700"/><a:ln w="19050"/></a:lnStyleLst><a:effectStyleLst><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle></a:effectStyleLst><a:bgFillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;

const CHART = `${HEAD}<c:chartSpace xmlns:c="${DRAW}/chart" xmlns:a="${DRAW}/main" xmlns:r="${REL}"><c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numRef><c:f>Payments!$C$2:$C$6</c:f></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea><c:plotVisOnly val="1"/></c:chart></c:chartSpace>`;

const ANCHOR_TO =
  '<xdr:from><xdr:col>4</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>2</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>9</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>14</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>';
const FRAME = `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Chart 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${DRAW}/chart"><c:chart xmlns:c="${DRAW}/chart" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/>`;
const PICTURE =
  '<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="3" name="Logo"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId2"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9525" cy="9525"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/>';
const DRAWING_OPEN = `${HEAD}<xdr:wsDr xmlns:xdr="${DRAW}/spreadsheetDrawing" xmlns:a="${DRAW}/main" xmlns:r="${REL}">`;
const DRAWING = `${DRAWING_OPEN}<xdr:twoCellAnchor>${ANCHOR_TO}${FRAME}</xdr:twoCellAnchor><xdr:twoCellAnchor>${ANCHOR_TO}${PICTURE}</xdr:twoCellAnchor></xdr:wsDr>`;
const CHART_SHEET_DRAWING = `${DRAWING_OPEN}<xdr:absoluteAnchor><xdr:pos x="0" y="0"/><xdr:ext cx="9000000" cy="6000000"/>${FRAME}</xdr:absoluteAnchor></xdr:wsDr>`;

const PIVOT_CACHE = `${HEAD}<pivotCacheDefinition xmlns="${MAIN}" xmlns:r="${REL}" r:id="rId1" refreshedVersion="6" recordCount="5"><cacheSource type="worksheet"><worksheetSource name="Payments"/></cacheSource><cacheFields count="4"><cacheField name="Payment ID" numFmtId="0"><sharedItems/></cacheField><cacheField name="Payment Date" numFmtId="164"><sharedItems containsSemiMixedTypes="0" containsString="0" containsNumber="1" minValue="45352" maxValue="45356"/></cacheField><cacheField name="Amount" numFmtId="4"><sharedItems containsSemiMixedTypes="0" containsString="0" containsNumber="1" minValue="-5" maxValue="75"/></cacheField><cacheField name="Provider" numFmtId="0"><sharedItems count="2"><s v="Adams"/><s v="Baker &amp; Co"/></sharedItems></cacheField></cacheFields></pivotCacheDefinition>`;
const PIVOT_RECORDS = `${HEAD}<pivotCacheRecords xmlns="${MAIN}" count="5"><r><s v="p1"/><n v="45352"/><n v="10.5"/><x v="0"/></r><r><s v="p2"/><n v="45353.5"/><n v="20"/><x v="0"/></r><r><s v="p3"/><n v="45354"/><n v="-5"/><x v="1"/></r><r><s v="p4"/><n v="45355"/><n v="75"/><x v="1"/></r><r><s v="p5"/><n v="45356"/><n v="40"/><x v="0"/></r></pivotCacheRecords>`;
const PIVOT = `${HEAD}<pivotTableDefinition xmlns="${MAIN}" name="PivotTable1" cacheId="3" dataCaption="Values" updatedVersion="6" createdVersion="6" useAutoFormatting="1" itemPrintTitles="1" indent="0" outline="1" outlineData="1"><location ref="A12:B15" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/><pivotFields count="4"><pivotField showAll="0"/><pivotField showAll="0"/><pivotField dataField="1" showAll="0"/><pivotField axis="axisRow" showAll="0"><items count="3"><item x="0"/><item x="1"/><item t="default"/></items></pivotField></pivotFields><rowFields count="1"><field x="3"/></rowFields><rowItems count="3"><i><x/></i><i><x v="1"/></i><i t="grand"><x/></i></rowItems><colItems count="1"><i/></colItems><dataFields count="1"><dataField name="Sum of Amount" fld="2" baseField="0" baseItem="0"/></dataFields></pivotTableDefinition>`;

/** The parts by name. */
export function fullWorkbookParts(): Record<string, Uint8Array> {
  const text: Record<string, string> = {
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': relationships(
      ['rId1', 'officeDocument', 'xl/workbook.xml'],
      ['rId2', `${PKG}/relationships/metadata/core-properties`, 'docProps/core.xml'],
      ['rId3', 'extended-properties', 'docProps/app.xml'],
    ),
    'docProps/core.xml': `${HEAD}<cp:coreProperties xmlns:cp="${PKG}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>March</dc:title><dc:creator>Anna</dc:creator></cp:coreProperties>`,
    'docProps/app.xml': `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Excel</Application><Company>Hill Street Practice</Company></Properties>`,
    'xl/workbook.xml': WORKBOOK,
    'xl/_rels/workbook.xml.rels': relationships(
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'worksheet', '/xl/worksheets/data.xml'],
      ['rId3', 'styles', 'styles.xml'],
      ['rId4', 'sharedStrings', 'sharedStrings.xml'],
      ['rId5', 'theme', 'theme/theme1.xml'],
      ['rId6', 'calcChain', 'calcChain.xml'],
      ['rId7', 'customXml', '../customXml/item1.xml'],
      ['rId8', 'pivotCacheDefinition', 'pivotCache/pivotCacheDefinition1.xml'],
      ['rId9', 'chartsheet', 'chartsheets/sheet1.xml'],
      ['rId10', 'http://example.com/relationships/unknown', '../unknown/strange.bin'],
    ),
    'xl/worksheets/sheet1.xml': SUMMARY,
    'xl/worksheets/_rels/sheet1.xml.rels': relationships(
      ['rId1', 'drawing', '../drawings/drawing1.xml'],
      ['rId2', 'pivotTable', '../pivotTables/pivotTable1.xml'],
      ['rId3', 'printerSettings', '../printerSettings/printerSettings1.bin'],
    ),
    'xl/worksheets/data.xml': PAYMENTS,
    'xl/worksheets/_rels/data.xml.rels': relationships(['rId1', 'table', '../tables/table1.xml']),
    'xl/chartsheets/sheet1.xml': `${HEAD}<chartsheet xmlns="${MAIN}" xmlns:r="${REL}"><sheetViews><sheetView workbookViewId="0"/></sheetViews><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><drawing r:id="rId1"/></chartsheet>`,
    'xl/chartsheets/_rels/sheet1.xml.rels': relationships([
      'rId1',
      'drawing',
      '../drawings/drawing2.xml',
    ]),
    'xl/styles.xml': STYLES,
    'xl/sharedStrings.xml': STRINGS,
    'xl/theme/theme1.xml': THEME,
    'xl/tables/table1.xml': TABLE,
    'xl/drawings/drawing1.xml': DRAWING,
    'xl/drawings/_rels/drawing1.xml.rels': relationships(
      ['rId1', 'chart', '../charts/chart1.xml'],
      ['rId2', 'image', '../media/image1.png'],
    ),
    'xl/drawings/drawing2.xml': CHART_SHEET_DRAWING,
    'xl/drawings/_rels/drawing2.xml.rels': relationships(['rId1', 'chart', '../charts/chart2.xml']),
    'xl/charts/chart1.xml': CHART,
    'xl/charts/chart2.xml': CHART,
    'xl/pivotTables/pivotTable1.xml': PIVOT,
    'xl/pivotTables/_rels/pivotTable1.xml.rels': relationships([
      'rId1',
      'pivotCacheDefinition',
      '../pivotCache/pivotCacheDefinition1.xml',
    ]),
    'xl/pivotCache/pivotCacheDefinition1.xml': PIVOT_CACHE,
    'xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels': relationships([
      'rId1',
      'pivotCacheRecords',
      'pivotCacheRecords1.xml',
    ]),
    'xl/pivotCache/pivotCacheRecords1.xml': PIVOT_RECORDS,
    'xl/calcChain.xml': `${HEAD}<calcChain xmlns="${MAIN}"><c r="B3" i="1"/><c r="C3" i="1"/><c r="C4" i="1"/><c r="C5" i="1"/><c r="A5" i="1"/><c r="A6" i="1" a="1"/></calcChain>`,
    'customXml/item1.xml': '<order xmlns="urn:someone-else"><id>7</id></order>',
    'customXml/_rels/item1.xml.rels': relationships(['rId1', 'customXmlProps', 'itemProps1.xml']),
    'customXml/itemProps1.xml': `${HEAD}<ds:datastoreItem ds:itemID="{11111111-2222-4333-8444-555555555555}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>`,
  };
  return {
    ...Object.fromEntries(Object.entries(text).map(([part, xml]) => [part, strToU8(xml)])),
    'xl/media/image1.png': PIXEL,
    'xl/printerSettings/printerSettings1.bin': new Uint8Array([1, 2, 3, 4]),
    'unknown/strange.bin': new Uint8Array([0, 255, 7, 7]),
  };
}

/** The workbook as a file; parts can be put in the place of others, or left out with null. */
export function fullWorkbook(
  changes: Readonly<Record<string, string | Uint8Array | null>> = {},
): Uint8Array {
  const parts = Object.entries({ ...fullWorkbookParts(), ...changes }).flatMap(([part, content]) =>
    content === null
      ? []
      : [[part, typeof content === 'string' ? strToU8(content) : content] as const],
  );
  return zipSync(Object.fromEntries(parts));
}
