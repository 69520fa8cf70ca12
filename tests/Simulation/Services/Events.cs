using Coordination.Contracts;

namespace Coordination.Tests.Simulation;

[EventType("shop.thing-raised.v1")]
internal sealed record ThingRaised(Guid CommandId, int Version) : IEvent;

[EventType("ledger.thing-noted.v1")]
internal sealed record ThingNoted(Guid CommandId) : IEvent;
