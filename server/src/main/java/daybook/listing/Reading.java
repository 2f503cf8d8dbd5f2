package daybook.listing;

import daybook.contract.Fault;
import daybook.contract.OperationRequest;
import daybook.contract.OperationSpec;
import daybook.contract.PageToken;
import daybook.contract.PageTokens;
import daybook.contract.Parameters;
import daybook.contract.Parsed;
import daybook.contract.Timestamps;
import daybook.json.Excerpt;
import daybook.listing.Wording.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The reading of one request's parameters: it goes on after a fault, so that a client learns of all
 * of them at once (CONTRACT 4.6).
 */
public final class Reading {

  private final OperationRequest request;
  private final Parameters parameters;
  private final Wording wording;
  private final Optional<String> tokenText;
  private final List<Fault> faults = new ArrayList<>(0);

  /**
   * Begins to read.
   *
   * @param request the request
   * @param wording how faults are worded
   * @param tokenNames names of the parameter that holds the page token
   */
  public Reading(OperationRequest request, Wording wording, String... tokenNames) {
    this.request = request;
    this.parameters = request.parameters();
    this.wording = wording;
    this.tokenText = parameters.first(tokenNames);
  }

  /** Notes a fault. */
  public void fault(String message, @Nullable String details, String reason) {
    faults.add(new Fault.BadParameter(message, details, reason));
  }

  /** Notes that a required parameter is not set. */
  public void missing(String name) {
    fault(wording.missing(name), name + " is missing");
  }

  /** Says whether a page token was sent, good or bad. */
  public boolean continues() {
    return tokenText.isPresent();
  }

  /** Returns the listing that a page token goes on with, if one was sent and it is good. */
  public Optional<Listing> continued(OperationSpec operation) {
    if (tokenText.isEmpty()) {
      return Optional.empty();
    }
    PageTokens.Opened opened =
        request
            .pageTokens()
            .open(tokenText.get(), operation.operationId(), request.caller(), request.now());
    if (opened instanceof PageTokens.Opened.Valid valid) {
      PageToken token = valid.token();
      return Optional.of(
          new Listing(Conditions.parse(token.query()), token.upperBound(), token.position()));
    }
    // One body for all: what is wrong with a token is nobody's business but the operator's.
    fault(wording.badToken(), ((PageTokens.Opened.Unusable) opened).reason());
    return Optional.empty();
  }

  /**
   * Returns the listing that a page token goes on with, which the request must not change.
   *
   * @param asked what the request asks for beside the token
   * @param omissible parameters of page one that it may leave out
   */
  public Optional<Listing> continuedUnchanged(
      OperationSpec operation, Conditions asked, Set<String> omissible) {
    Optional<Listing> before = continued(operation);
    List<String> changes =
        before.map(listing -> listing.conditions().changes(asked, omissible)).orElse(List.of());
    if (!changes.isEmpty()) {
      fault(wording.changed(), "parameters changed while paging: " + String.join("; ", changes));
    }
    return before;
  }

  /** Notes which of these parameters were sent beside a page token that must be alone. */
  public void requireAlone(List<String> others) {
    List<String> sent = others.stream().filter(this::isSet).toList();
    if (!sent.isEmpty()) {
      fault(wording.notAlone(), "sent beside the page token: " + String.join(", ", sent));
    }
  }

  /** Says whether a parameter has a value, good or bad. */
  public boolean isSet(String name) {
    return parameters.first(name).isPresent();
  }

  /** Returns the text of a parameter; null if it is not set. */
  public @Nullable String text(String name) {
    return parameters.first(name).orElse(null);
  }

  /** Returns all texts of a list: comma-separated, repeated, or both. */
  public List<String> texts(String name) {
    return parameters.list(name);
  }

  /** Returns a date that must be set; null after a fault. */
  public @Nullable Instant requiredDate(String name) {
    if (!isSet(name)) {
      missing(name);
    }
    return date(name);
  }

  /** Returns a date; null if it is not set or not readable. */
  public @Nullable Instant date(String name) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    Optional<Instant> instant = Timestamps.parse(text);
    if (instant.isEmpty()) {
      fault(wording.noDate(name, text), name + " is no date: " + Excerpt.of(text));
    }
    return instant.orElse(null);
  }

  /** Returns one of the known values; null if it is not set or not known. */
  public <T> @Nullable T known(String name, Known<T> known) {
    String text = text(name);
    return text == null ? null : known(name, text, known);
  }

  /** Returns a list's items, each known, ascending; none for a list that is not set. */
  public <T extends Comparable<? super T>> SortedSet<T> allKnown(String name, Known<T> known) {
    SortedSet<T> values = new TreeSet<>();
    for (String item : texts(name)) {
      T value = known(name, item, known);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  /** Returns true or false, spelled in any case or as 1 or 0; null if neither (CONTRACT 2 #19). */
  public @Nullable Boolean flag(String name) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    boolean yes = text.equals("1") || text.equalsIgnoreCase("true");
    if (!yes && !text.equals("0") && !text.equalsIgnoreCase("false")) {
      fault(wording.noFlag(name), name + " is neither true nor false: " + Excerpt.of(text));
      return null;
    }
    return yes;
  }

  /** Returns a whole number of a range; null if it is not set or no such number. */
  public @Nullable Integer integer(String name, int least, int most) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    try {
      int value = Integer.parseInt(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Refused like a number out of the range.
    }
    fault(
        wording.noInteger(name, least, most),
        name + " is no integer from " + least + " to " + most + ": " + Excerpt.of(text));
    return null;
  }

  /** Returns the accepted query, or all faults if there are any. */
  public <Q> Parsed<Q> result(Supplier<Q> query) {
    return faults.isEmpty() ? new Parsed.Accepted<>(query.get()) : new Parsed.Refused<>(faults);
  }

  private <T> @Nullable T known(String name, String text, Known<T> known) {
    Optional<T> value = known.parser().apply(text);
    if (value.isEmpty()) {
      fault(
          wording.unknown(name, known.names()),
          name + " has the unknown value " + Excerpt.of(text));
    }
    return value.orElse(null);
  }

  private void fault(Words words, String reason) {
    fault(words.message(), words.details(), reason);
  }
}
