package daybook.document;

import daybook.store.RecordKind;
import daybook.store.Records;
import daybook.store.Store;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A kind of record on its way in and out: how it is named, kept, and put together from what several
 * sources show of it.
 *
 * @param <R> the record
 */
public interface Kind<R> {

  /** Returns which kind the store keeps it as. */
  RecordKind recordKind();

  /** Returns the name for people, in the singular, such as "order". */
  String noun();

  /** Returns the identifier, unique within an account and a kind. */
  String id(R row);

  /** Returns the canonical JSON, UTF-8. */
  byte[] encode(R row);

  /**
   * Returns the record of a canonical document.
   *
   * @throws daybook.json.JsonProblem if the bytes are no such document
   */
  R decode(byte[] document);

  /** Returns the newer view of a record completed by the older one. */
  R merge(R older, R newer);

  /** Returns where a store keeps records of this kind. */
  Records<R> in(Store store);

  /** Returns a record in which what no source has shown is taken from the given values. */
  default R completed(R row, Defaults defaults) {
    return row;
  }

  /**
   * Returns a new or changed record as one that listings by its last change show after the given
   * instant, up to which they are settled; a kind without such listings returns it as it is.
   */
  default R listedAfter(R row, Instant settled) {
    return row;
  }

  /** Returns the member of the wire that holds the identifier, such as "orderId". */
  String idMember();

  /**
   * Says what people would miss in a record, in words that go on after "3 orders from here on";
   * null if nothing is missing.
   *
   * @param defaults what is taken for true where no source says anything
   */
  default @Nullable String gap(R row, Defaults defaults) {
    return null;
  }
}
