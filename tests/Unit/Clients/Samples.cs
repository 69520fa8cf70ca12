using Coordination.Client.Reports;
using Coordination.Contracts.Events;

namespace Coordination.Tests.Unit.Clients;

internal static class Samples
{
    private static readonly DateTimeOffset At = new(2026, 7, 27, 20, 0, 0, TimeSpan.Zero);

    internal static NewReport Report { get; } = new(
        ReportKind.Initial, ReportSource.Agency, ReportChannel.Online, "fire", IncidentCategory.NaturalDisaster, new("220221"), At, new ReportContent());

    internal const string ReportJson = """
        {"id":"0198a000-0000-7000-8000-000000000001","version":1,"state":"Received","kind":"Initial","number":0,"seriesId":"0198a000-0000-7000-8000-000000000001","source":"Agency","channel":"Online",
         "agency":"fire","category":"NaturalDisaster","place":{"areaCode":"220221"},"knownAt":"2026-07-27T20:00:00+00:00","receivedAt":"2026-07-27T20:00:01+00:00","content":{},"check":"NotRequired",
         "missing":[],"hasContact":false,"escalationStep":0,"addedLater":true}
        """;
}
