using System.CommandLine;
using System.Text.Json.Nodes;

namespace Coordination.CommandLine.Desks;

/// <summary><c>coord training</c>: trainings that agencies held, in numbers.</summary>
internal static class TrainingCommands
{
    internal static Command Command() => new("training", "Trainings that agencies held, with how many took part.") { List(), Add() };

    private static Command List() => Desk.Command("list", "Lists trainings, oldest first.", (_, desk, ct) => desk.ListAsync("/v1/trainings", ct, Shown.TrainingRow));

    private static Command Add()
    {
        var kind = new Option<string>("--kind") { Description = "Leaders, Staff, FrontLineTeams or PeerExchange.", Required = true };
        kind.AcceptOnlyFromAmong("Leaders", "Staff", "FrontLineTeams", "PeerExchange");
        var (topic, participants) = (new Option<string>("--topic") { Description = "On what, in words.", Required = true }, new Option<int>("--participants") { Description = "How many took part.", Required = true });
        var held = new Option<DateTimeOffset>("--held") { Description = "When it was held.", Required = true };
        return Desk.Command("add", "Records a training that your agency held; it meets the quarterly duty.", async (parsed, desk, ct) =>
            desk.Show(await desk.PostAsync("/v1/trainings", new JsonObject
            {
                ["kind"] = parsed.GetRequiredValue(kind), ["topic"] = parsed.GetRequiredValue(topic), ["participants"] = parsed.GetRequiredValue(participants), ["heldAt"] = parsed.GetRequiredValue(held),
            }, ct), Shown.TrainingRow), kind, topic, participants, held);
    }
}
