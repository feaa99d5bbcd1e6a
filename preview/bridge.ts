/** Runs in the task pane before office.js: lets it find the Excel of the page around it. */
import './link';
const link = window.parent.previewLink;
if (link === undefined) throw new Error('The page around the task pane is not the preview.');
export {};
