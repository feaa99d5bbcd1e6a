/**
 * Runs in the task pane before office.js: lets it find the Excel of the page around it. It is a script of the pane,
 * not of the page: office.js takes only arrays of its own window for arrays.
 */
import { connectWindow } from '../host/browser';
import './link';
import { followTheme } from './paneTheme';

/** Connects this window, and says when Office is ready in it. */
function start(): void {
  const link = window.parent.previewLink;
  if (link === undefined) throw new Error('The page around the task pane is not the preview.');
  const connection = connectWindow(window, link.host, {
    openDialog: (url) => {
      link.openDialog(url);
    },
  });
  followTheme(window, link.theme);
  link.connected(connection);
  document.addEventListener('DOMContentLoaded', () => {
    void Office.onReady().then(() => {
      link.ready();
    });
  });
}

start();
