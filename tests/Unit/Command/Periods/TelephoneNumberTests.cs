using Coordination.Command.Periods;
using Coordination.Contracts.Events;
using FsCheck;
using FsCheck.Fluent;

namespace Coordination.Tests.Unit.Command.Periods;

public sealed class TelephoneNumberTests
{
    private const string Number = "call 138 0013 8000";

    [Theory]
    [InlineData("13800138000"), InlineData("+86 432 6204 1234"), InlineData("(0432) 6204 1234"), InlineData("138-0013 8000"), InlineData("138.0013.8000"), InlineData("138.0013 8000")]
    [InlineData("138\u20130013\u20148000"), InlineData("138\u20110013\u20108000"), InlineData("0432.6204.1234"), InlineData("6204-1234"), InlineData("432 2204-1234"), InlineData("0600-1800 1234 5678")]
    [InlineData("2026-07-28 138 0013 8000"), InlineData("2026-13-45"), InlineData("351.525 13800138000"), InlineData("86.138.0013.8000"), InlineData("1380-0138-000"), InlineData("010.62345678"), InlineData("13.8001 3800 12")]
    [InlineData("\uff080432\uff096204\uff0d1234"), InlineData("138\u30000013\u30008000"), InlineData("138\u00a00013\u00a08000"), InlineData("138\u202f0013\u20098000"), InlineData("138/0013/8000")]
    [InlineData("138\u00b70013\u00b78000"), InlineData("\uff11\uff13\uff18\uff10\uff10\uff11\uff13\uff18\uff10\uff10\uff10"), InlineData("138/0013/1000"), InlineData("138\u00b70013-1000"), InlineData("138  0013-1000")]
    [InlineData("(0432)0620-1234"), InlineData("0432-2204/1234"), InlineData("138.0013/8000"), InlineData("138\u200b0013\u00ad8000"), InlineData("0600-1800-24"), InlineData("2026.07.28.1234"), InlineData("12+300-12+800 1234")]
    [InlineData("0600-1800 123 4567"), InlineData("25.10-26.35 1234"), InlineData("2026.13.45"), InlineData("\u2460\u2462\u2467 0013 8000"), InlineData("138\u20440013\u22128000")]
    public void Eight_digits_in_a_row_are_one(string text) => Assert.True(TelephoneNumber.IsIn(text));

    [Theory]
    [InlineData(null), InlineData(""), InlineData("351.525 MHz"), InlineData("351.525/361.525 MHz"), InlineData("351.525 361.525"), InlineData("351.5250-361.5250 MHz"), InlineData("TG 101, slot 2")]
    [InlineData("from 0600-1800"), InlineData("0600 \u2013 2400"), InlineData("2000\u20110600, 0600-0800"), InlineData("2026-07-28"), InlineData("2026-07-28 06:00 to 2026-07-29 06:00")]
    [InlineData("2026-07-28 0600-1800"), InlineData("2026-07-28T06:00:00"), InlineData("220221"), InlineData("km 12.5, 300 m, 1 200 people"), InlineData("43.66840, 126.567890"), InlineData("43.66840 126.56789"), InlineData("43.6684/126.5678")]
    [InlineData("0600-1800 2 boats"), InlineData("0600-1800 24 people"), InlineData("0600/1800"), InlineData("0600-1800/2000-0600"), InlineData("0600-1800 2026-07-28"), InlineData("TG 101 (0600-1800)")]
    [InlineData("25.10-26.35 m"), InlineData("25.10\uff0d26.35 m"), InlineData("1025.1 - 1026.35 m"), InlineData("12+300-12+800"), InlineData("K12+300\u2013K12+800"), InlineData("TG 12/351.525/361.525/371.525")]
    [InlineData("2026.07.28"), InlineData("2026/7/28 06:00"), InlineData("28/07/2026"), InlineData("2026.07.28-2026.07.30"), InlineData("2026.07.28-30"), InlineData("2026-07-28 - 2026-07-30"), InlineData("43.668400/126.567890")]
    public void A_frequency_a_time_a_date_and_degrees_are_none(string? text) => Assert.False(TelephoneNumber.IsIn(text));

    [Theory]
    [InlineData("101/102/103"), InlineData("rooms 101/102/103, 201/202"), InlineData("\u623f\u95f4101/102/103/105\u53f7"), InlineData("1201/1202"), InlineData("2-1201/1301/1401"), InlineData("3-1-101/102"), InlineData("101 / 102 / 104 (0600-1800)")]
    public void A_list_of_rooms_is_none(string text) => Assert.False(TelephoneNumber.IsIn(text));

    [Theory]
    [InlineData("101/102/103 4567"), InlineData("86 101/102/103"), InlineData("101/102/103-4567"), InlineData("138/001/380/00"), InlineData("138.001.380.00"), InlineData("0482/0483"), InlineData("6204/1234"), InlineData("103/102/101"), InlineData("139/139/139"), InlineData("+101/102/103/1380")]
    public void What_only_looks_like_a_list_of_rooms_is_one(string text) => Assert.True(TelephoneNumber.IsIn(text));

    /// <summary>Whatever room, floor and entrance: rooms of one floor, or of floors above one another.</summary>
    [Fact]
    public void No_list_of_rooms_is_one() => Prop.ForAll(Gen.Choose(1, 89).Zip(Gen.Choose(1, 80)).Zip(Gen.Choose(1, 9).ArrayOf(4)).ToArbitrary(), of =>
    {
        var ((floor, room), steps) = of;
        var rooms = steps.Aggregate(new List<int> { (floor * 100) + (room % 20) }, (list, step) => [.. list, list[^1] + (room > 40 ? 100 : step)]);
        rooms = [.. rooms.TakeWhile(r => $"{r}".Length == $"{rooms[0]}".Length)];
        return !TelephoneNumber.IsIn(string.Join("/", rooms)) && !TelephoneNumber.IsIn($"{room}-{string.Join(" / ", rooms)} \u5ba4");
    }).QuickCheckThrowOnFailure();

    /// <summary>A mobile number, and one of a place, in the groups in which one writes them and whatever stands between.</summary>
    [Fact]
    public void Every_telephone_number_is_one() => Prop.ForAll(
        Gen.Elements<int[]>([11], [3, 4, 4], [4, 4, 3], [3, 8], [7, 4], [5, 6], [3, 3, 5], [12], [4, 8], [4, 3, 5], [5, 7], [3, 3, 3, 3])
            .Zip(Gen.Choose(300_000_000, 999_999_999)).Zip(Gen.Elements("-", " ", "/", ".", "\u00b7", "", " - ", ") ")).ToArbitrary(), of =>
    {
        var ((groups, number), between) = of;
        var digits = groups.Sum() == 12 ? $"0{number}{number % 100:00}" : $"1{number}{number % 10}";
        return TelephoneNumber.IsIn($"call {string.Join(between, groups.Select((g, i) => digits.Substring(groups[..i].Sum(), g)))}!");
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Half_a_character_hides_no_number() => Assert.True(TelephoneNumber.IsIn("\ud800 138 0013 8000"));

    [Fact]
    public void No_text_of_a_plan_holds_one()
    {
        var plan = ActionPlanTests.Text;
        var (objective, assignment, channel) = (plan.Objectives[0], plan.Assignments[0], plan.Channels[0]);
        (WriteActionPlan Plan, string At)[] wrong =
        [
            (plan with { Objectives = [objective, objective with { Text = Number }] }, "/objectives/1/text"), (plan with { Objectives = [objective with { Tactic = Number }] }, "/objectives/0/tactic"),
            (plan with { Safety = Number }, "/safety"), (plan with { Weather = Number }, "/weather"), (plan with { Assignments = [assignment with { Place = Number }] }, "/assignments/0/place"),
            (plan with { Assignments = [assignment, assignment with { Work = Number }] }, "/assignments/1/work"),
            (plan with { Assignments = [assignment with { Instructions = Number }] }, "/assignments/0/instructions"),
            (plan with { Channels = [channel, channel with { Function = Number }] }, "/channels/1/function"), (plan with { Channels = [channel with { Name = Number }] }, "/channels/0/name"),
            (plan with { Channels = [channel with { Frequency = Number }] }, "/channels/0/frequency"), (plan with { Channels = [channel with { Remarks = Number }] }, "/channels/0/remarks"),
        ];
        Assert.All(wrong, w => Assert.Equal(("telephone-number", w.At), (w.Plan.Fault()?.Rule, w.Plan.Fault()?.Pointer)));
        Assert.Null((plan with { Objectives = [new("By 0600-0800 on 351.525 MHz", ObjectivePriority.LifeSafety)] }).Fault());
    }
}
