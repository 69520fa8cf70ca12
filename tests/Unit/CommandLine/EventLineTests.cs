using Coordination.CommandLine.Desks;

namespace Coordination.Tests.Unit.CommandLine;

public sealed class EventLineTests
{
    [Fact]
    public void An_event_is_a_line_of_when_where_what_and_its_facts() => Assert.Equal(
        "2010-07-27T12:00:00Z  region/fire/command  command.order-issued.v1  orderId=7 copyTo=[\"water\"]",
        EventLine.Of("""{"type":"command.order-issued.v1","source":"region/fire/command","time":"2026-11-27T00:00:00Z","exercisetime":"2010-07-27T12:00:00Z","data":{"orderId":7,"copyTo":["water"],"dueAt":null}}"""));
}
