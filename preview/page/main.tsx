/** Where the page starts. */
import './page.css';
import './grid.css';
import { createRoot } from 'react-dom/client';
import { PLAIN_STYLE } from '../../host/model/style';
import { App } from './App';
import { pixelsOf } from './measure';

// Cells without a font of their own take that of the workbook, as large as the columns allow.
document.documentElement.style.setProperty('--cell-size', `${pixelsOf(PLAIN_STYLE.font)}px`);

const place = document.getElementById('app');
if (place !== null) createRoot(place).render(<App />);
