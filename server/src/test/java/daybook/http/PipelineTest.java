package daybook.http;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.contract.Fault;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The list of stages says what it promises. */
final class PipelineTest {

  @Test
  void stages_areAllListedOnceAndInOrder() {
    assertThat(Pipeline.STAGES).containsExactly(Stage.values());
  }

  @Test
  void stages_nameWhatTheyMayRefuse() {
    assertThat(Stage.AUTHORIZE.refusals()).isEqualTo(Set.of(Fault.MissingRole.class));
    assertThat(Stage.THROTTLE.refusals())
        .isEqualTo(Set.of(Fault.Throttled.class, Fault.Unavailable.class));
    assertThat(Stage.RENDER.refusals()).isEmpty();
  }

  @Test
  void stage_doesNotAnnounceTheFaultsOfOthers() {
    assertThat(Stage.AUTHORIZE.announces(List.of(new Fault.MissingToken()))).isFalse();
    assertThat(Stage.AUTHENTICATE.announces(List.of(new Fault.MissingToken()))).isTrue();
  }
}
