/** The look of a list without bullets, whose rows reach 8px beyond the text of the section. */
import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    padding: 0,
    margin: `0 calc(-1 * ${tokens.spacingHorizontalS})`,
  },
});

export function usePlainList(): string {
  return useStyles().list;
}
