/** How the title of the pane looks, and that of a view that fills it. */
import { makeStyles, tokens } from '@fluentui/react-components';

export const useTitleStyles = makeStyles({
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
});
