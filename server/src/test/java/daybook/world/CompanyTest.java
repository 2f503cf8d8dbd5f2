package daybook.world;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.AccountKind;
import daybook.domain.Customer;
import daybook.domain.Region;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CompanyTest {

  private static List<Company.Buyer> buyers(Company company) {
    return company.buyers().values().stream().flatMap(List::stream).toList();
  }

  @Test
  void kinds_takeTurns() {
    assertThat(IntStream.range(0, 8).mapToObj(i -> Worlds.company(1, i, 9).kind()))
        .containsExactlyElementsOf(
            List.of(
                Organisation.ALL.get(0),
                Organisation.ALL.get(1),
                Organisation.ALL.get(2),
                Organisation.ALL.get(3),
                Organisation.ALL.get(0),
                Organisation.ALL.get(1),
                Organisation.ALL.get(2),
                Organisation.ALL.get(3)));
  }

  @Test
  void accounts_areNamedOnce_howeverMany() {
    List<DemoAccount> accounts =
        IntStream.range(0, 200).mapToObj(i -> Worlds.company(7, i, 9).account()).toList();
    assertThat(accounts).extracting(account -> account.id()).doesNotHaveDuplicates();
    assertThat(accounts).extracting(DemoAccount::name).doesNotHaveDuplicates();
    assertThat(accounts).allMatch(account -> account.id().value().matches("[a-z0-9-]+[a-z0-9]"));
    assertThat(accounts).allMatch(account -> account.kind() == AccountKind.BUSINESS);
  }

  @Test
  void seed_changesWhoItIs() {
    Set<String> names = new HashSet<>();
    for (long seed = 0; seed < 30; seed++) {
      names.add(Worlds.company(seed, 0, 9).account().name());
    }
    assertThat(names).hasSize(Organisation.ALL.get(0).names().size());
  }

  @Test
  void regions_areThoseItBuysIn() {
    Company company = Worlds.company(1, 0, 9);
    assertThat(company.account().regions())
        .containsExactlyInAnyOrder(Region.US, Region.DE, Region.CA, Region.MX, Region.IN);
    assertThat(company.buyers().keySet()).isEqualTo(company.kind().shares().keySet());
    assertThat(company.buyers().values()).allMatch(buyers -> buyers.size() >= 2);
  }

  @Test
  void nobody_sharesAnAddress() {
    Company company = Worlds.company(1, 0, 9);
    Map<String, String> owners = new HashMap<>();
    for (Company.Buyer buyer : buyers(company)) {
      for (Customer person : List.of(buyer.person(), buyer.approver())) {
        if (!person.email().isEmpty()) {
          assertThat(owners.merge(person.email(), person.name(), (known, name) -> known))
              .isEqualTo(person.name());
        }
      }
    }
    assertThat(owners).hasSizeGreaterThan(40);
  }

  @Test
  void addresses_areOfAReservedDomain() {
    for (int i = 0; i < 4; i++) {
      Company company = Worlds.company(3, i, 9);
      String domain = "@" + company.account().id() + ".example";
      assertThat(buyers(company))
          .allSatisfy(
              buyer -> {
                assertThat(buyer.approver().email())
                    .matches("[a-z0-9.-]+@[a-z0-9-]+\\.example")
                    .endsWith(domain);
                assertThat(buyer.person().email())
                    .satisfiesAnyOf(
                        email -> assertThat(email).isEmpty(),
                        email -> assertThat(email).endsWith(domain));
              });
    }
  }

  @Test
  void oneApprover_standsForAGroupInAMarket() {
    Company company = Worlds.company(1, 0, 9);
    company
        .buyers()
        .forEach(
            (region, buyers) -> {
              Map<String, Customer> approvers = new HashMap<>();
              for (Company.Buyer buyer : buyers) {
                assertThat(company.kind().groups()).contains(buyer.group());
                assertThat(approvers.putIfAbsent(buyer.group(), buyer.approver()))
                    .isIn(null, buyer.approver());
                assertThat(buyer.approver()).isNotEqualTo(buyer.person());
              }
            });
  }

  @Test
  void buyers_areOfALegalEntityOfTheirCountry() {
    Company company = Worlds.company(1, 0, 9);
    assertThat(company.buyers().get(Region.DE))
        .allMatch(buyer -> buyer.legalEntityName().endsWith(" GmbH"))
        .allMatch(buyer -> buyer.site().countryCode().equals("DE"));
    assertThat(company.buyers().get(Region.US))
        .extracting(Company.Buyer::legalEntityName)
        .containsOnly(
            company.account().name() + " Inc.", company.account().name() + " Holdings LLC");
  }

  @Test
  void onlyInvoices_haveNoDigits() {
    assertThat(buyers(Worlds.company(1, 0, 9)))
        .anyMatch(buyer -> buyer.lastDigits() == null)
        .allSatisfy(
            buyer -> {
              if (buyer.paymentInstrumentType().equals("Pay by Invoice")) {
                assertThat(buyer.lastDigits()).isNull();
              } else {
                assertThat(buyer.lastDigits()).matches("\\d{4}");
              }
            });
  }

  @Test
  void japanesePeople_areCalledByTheirFamilyNameFirst() {
    Market market = Market.readAll().get(Region.JP);
    List<String> families = market.familyNames().stream().map(Market.Spelling::written).toList();
    assertThat(Worlds.company(1, 2, 9).buyers().get(Region.JP))
        .allSatisfy(
            buyer -> {
              String name = buyer.person().name();
              assertThat(families).contains(name.substring(0, name.indexOf(' ')));
            });
  }

  @Test
  void shares_addUpToAHundred() {
    assertThat(Organisation.ALL)
        .allSatisfy(
            kind -> {
              assertThat(kind.shares().values().stream().mapToInt(share -> share).sum())
                  .isEqualTo(100);
              Organisation.Numbering habits = kind.numbering();
              assertThat(habits.own() + habits.project() + habits.standing() + habits.odd())
                  .isBetween(1, 100);
            });
  }
}
