using Coordination.CommandLine.Drills;

namespace Coordination.Tests.Unit.Drills;

/// <summary>Drills for tests: a small one with every kind of expectation, and those that are shipped.</summary>
internal static class TestDrills
{
    internal const string Small = """
        drill: small
        title: Every kind of expectation once
        t0: 2026-10-10T14:05:00Z
        canaries: { name: Nobody, phone: "0", identity: "1" }
        actors:
          duty: { agency: duty, roles: [duty-officer] }
          public: { anonymous: true }
        steps:
          - step: Something is made
            remember:
              before: [{ as: duty, get: /v1/untouched }]
            do:
              - as: duty
                id: make
                post: /v1/things
                body: { name: "{{canary.name}} {{canary.phone}} {{canary.identity}}" }
                status: 201
                json: { /state: Made }
                keep: thing
              - as: public
                post: /v1/things
                body: { fee: 1 }
                status: 400
                problem: unknown-member
            expect:
              - as: duty
                get: /v1/things/{{thing.id}}
                cause: make
                json: { /state: Made }
              - clock: thing.clock
                of: "{{thing.id}}"
                cause: make
                state: Running
                due: +10m
              - event: things.made.v1
                cause: make
                where: { /data/id: "{{thing.id}}" }
                count: 1
              - same: before
                mutant: [{ as: duty, post: /v1/touch }]
              - event: things.lost.v1
                count: 0
                mutant: [{ as: duty, post: /v1/lose }]
          - step: Its time runs out
            at: +20m
            expect:
              - clock: thing.clock
                of: "{{thing.id}}"
                cause: make
                state: Breached
                due: +10m
                breached: +10m
                met: never
        """;

    /// <summary>The same with a call that nobody can answer yet.</summary>
    internal const string Pending = $$$"""
        {{{Small}}}
          - step: A pet is made
            do:
              - { as: duty, id: pet, says: a pet, post: /v1/pets, status: 201, keep: pet, needs: a service for pets }
        """;

    internal static IEnumerable<string> Shipped => Directory.GetFiles(SourceTree.At("drills"), "*.yaml").Order(StringComparer.Ordinal);

    internal static Drill Minimal() => Read(Small);

    internal static Drill Read(string yaml)
    {
        var (drill, faults) = DrillReader.Read(yaml);
        Assert.Empty(faults);
        return drill!;
    }
}
