package daybook.world;

import daybook.domain.AccountId;
import daybook.domain.AccountKind;
import daybook.domain.Region;
import java.util.List;

/**
 * An account of the demo world.
 *
 * @param id names it
 * @param kind buyer or seller
 * @param name for people
 * @param regions where it buys or sells
 * @param orders how many orders it has
 */
public record DemoAccount(
    AccountId id, AccountKind kind, String name, List<Region> regions, long orders) {

  /** Copies the list. */
  public DemoAccount {
    regions = List.copyOf(regions);
  }
}
