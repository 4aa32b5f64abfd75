import { css } from 'lit';
import { rem } from '../../src/ui/tokens.ts';

/**
 * Widths of columns, in parts of the table: fixed, so that no column moves as other rows are drawn.
 * A column that is not named shares what is left.
 */
export const widthStyles = css`
  .grid .c-select {
    width: ${rem(44)};
  }
  .grid .c-mark {
    width: 8%;
  }
  .grid .c-priority {
    width: 8.5%;
  }
  .grid .c-patient {
    width: 14.5%;
  }
  .grid .c-nhs {
    width: 12.5%;
  }
  .grid .c-information {
    width: 10.5%;
  }
  .grid .c-type {
    width: 12.5%;
  }
  .grid .c-news,
  .grid .c-received {
    width: 7.5%;
  }
  .grid .c-pathway {
    width: 7.5%;
  }
  .grid--wide .c-pathway {
    padding-right: 10px;
    text-align: right;
  }
  .grid--appointment-slot-issues .c-patient {
    width: 16%;
  }
  .grid--appointment-slot-issues .c-information,
  .grid .c-last-contact {
    width: 8%;
  }
  .grid .c-answer-by,
  .grid .c-due,
  .grid .c-contact-by,
  .grid .c-limit {
    width: 11.5%;
  }
  .grid--medium .c-patient {
    width: 17%;
  }
  .grid--medium .c-priority {
    width: 10.5%;
  }
  .grid--medium .c-nhs,
  .grid--medium .c-information {
    width: 14%;
  }
  .grid--medium .c-type {
    width: 13%;
  }
  .grid--small .c-priority {
    width: 16%;
  }
  .grid--small .c-patient {
    width: 24%;
  }
  .grid--small .c-answer-by,
  .grid--small .c-due,
  .grid--small .c-contact-by,
  .grid--small .c-limit {
    width: 18%;
  }
  .grid--small .c-information,
  .grid--small .c-news {
    width: auto;
  }
`;
