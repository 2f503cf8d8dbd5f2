package daybook.store;

import org.jspecify.annotations.Nullable;

/** Says that the store could not do what was asked, and whether asking again may help. */
public final class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why the store could not. */
  public enum Kind {
    /** It can't be reached or did not answer in time; asking again may help. */
    UNAVAILABLE,
    /** Somebody else is writing; asking again will help. */
    BUSY,
    /** The disk is full or the store is read-only. */
    CANNOT_WRITE,
    /** Its content is damaged. */
    CORRUPT,
    /** It was written by a newer Daybook, or is no Daybook store at all. */
    NOT_OURS,
    /** Anything else, which is a defect. */
    UNEXPECTED
  }

  private final Kind kind;

  /** Makes one with a message that a person can act on. */
  public StoreException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** Returns why. */
  public Kind kind() {
    return kind;
  }
}
