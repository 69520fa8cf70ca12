using System.Text;
using Coordination.CommandLine.Partners;
using Coordination.CommandLine.Partners.EdxlRm;
using Coordination.CommandLine.Sandbox;
using Coordination.Tests.Functional.Exchange;
using Microsoft.AspNetCore.Http;

namespace Coordination.Tests.Functional.Partners;

/// <summary>The kit tells an endpoint that keeps EDXL-RM from one that does not, and names the rule.</summary>
public sealed class EdxlRmCheckTests : IAsyncLifetime
{
    private Receiver receiver = null!;
    private Uri url = null!;
    private RmDesk desk = null!;

    public async ValueTask InitializeAsync()
    {
        receiver = await Receiver.StartAsync();
        (url, desk) = (receiver.Url, new(TimeProvider.System));
        Answers((body, _) => desk.Take(body));
    }

    [Fact]
    public async Task An_endpoint_that_keeps_the_standard_passes_every_case()
    {
        var results = await PlayAsync();
        Assert.Equal(76, results.Count);
        Assert.All(results, r => Assert.True(r.IsGood, $"{r.Rule}: {r.Found}"));
    }

    [Fact]
    public async Task An_endpoint_that_takes_everything_fails_what_must_be_refused_and_nothing_else()
    {
        Answers((_, _) => new(200, "thank you"));
        var failed = (await PlayAsync()).Where(r => !r.IsGood).Select(r => r.Rule).ToList();
        Assert.Equal(35, failed.Count);
        Assert.All(failed, r => Assert.Contains("refused", r, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_endpoint_that_refuses_everything_in_words_takes_part_in_nothing()
    {
        Answers((_, _) => new(422, "not now"));
        Assert.Equal("At least one kind of message is taken", Assert.Single(await PlayAsync(), r => !r.IsGood).Rule);
    }

    [Fact]
    public async Task A_refusal_without_words_is_told_so()
    {
        Answers((_, _) => new(422, ""));
        Assert.Contains(await PlayAsync(), r => !r.IsGood && r.Rule.StartsWith("CommitResource is taken", StringComparison.Ordinal) && r.Found.Contains("did not say why", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_endpoint_that_reads_no_envelope_is_told_so_for_each_kind()
    {
        Answers((body, text) => text.Contains("EDXLDistribution", StringComparison.Ordinal) ? new(400, "no envelope, please") : desk.Take(body));
        Assert.Equal(16, (await PlayAsync()).Count(r => !r.IsGood && r.Rule.Contains("envelope", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_endpoint_that_acts_on_each_repetition_is_told_so()
    {
        Answers((body, _) => new RmDesk(TimeProvider.System).Take(body));
        Assert.Contains(await PlayAsync(), r => !r.IsGood && r.Rule.StartsWith("The same message again", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<m:OriginatingMessageID>", "<m:OriginatingMessageID>my-", "the thread's")]
    [InlineData("<m:PrecedingMessageID>", "<m:PrecedingMessageID>my-", "the message that is answered")]
    [InlineData("PrecedingResourceInfoElementID>1<", "PrecedingResourceInfoElementID>9<", "stands for no element")]
    [InlineData(">Accept<", ">Gladly<", "ResponseType must be one of")]
    [InlineData(">Accept<", ">Provisional<", "Provisional says why")]
    [InlineData("<r:ContactDescription>Conformance check</r:ContactDescription><r:ContactRole>Sender</r:ContactRole>", "", "ContactDescription, ContactRole")]
    [InlineData("<m:Name>Sandbox unit</m:Name>", "", "ResourceID, Name, TypeStructure")]
    [InlineData("ResponseToRequestResource", "ReportResourceDeploymentStatus", "no answer to RequestResource")]
    public async Task An_answer_that_breaks_a_rule_is_named_with_the_rule(string sound, string wrong, string found)
    {
        Answers((body, _) => desk.Take(body) is var verdict && verdict.Answer is { } answer && answer.Contains("<m:MessageContentType>ResponseToRequestResource", StringComparison.Ordinal)
            ? verdict with { Answer = answer.Replace(sound, wrong, StringComparison.Ordinal) } : verdict);
        var result = Assert.Single((await PlayAsync()).Take(16), r => !r.IsGood);
        Assert.StartsWith("RequestResource is taken", result.Rule, StringComparison.Ordinal);
        Assert.Contains(found, result.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endpoint_that_a_document_brings_down_is_told_which()
    {
        var isDown = false;
        Answers((body, text) =>
        {
            isDown |= text.Contains("<!DOCTYPE m [<!ENTITY e0", StringComparison.Ordinal);
            return isDown ? new(500, "out of memory") : desk.Take(body);
        });
        Assert.Equal("Entities that multiply are refused at once", (await PlayAsync()).First(r => !r.IsGood).Rule);
    }

    [Fact]
    public async Task An_endpoint_that_thinks_about_a_hostile_document_for_long_is_told_so()
    {
        Assert.Contains(await PlayAsync(patience: TimeSpan.Zero), r => !r.IsGood && r.Rule.StartsWith("Elements ten thousand deep", StringComparison.Ordinal) && r.Found.Contains("after", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_endpoint_that_is_not_there_is_said_once_in_words()
    {
        await receiver.DisposeAsync();
        Assert.Contains("refused", Assert.Single(await PlayAsync()).Found, StringComparison.OrdinalIgnoreCase);
    }

    public async ValueTask DisposeAsync() => await receiver.DisposeAsync();

    private void Answers(Func<byte[], string, Verdict> take) => receiver.Answer = async (parcel, http) =>
    {
        var verdict = take(parcel.Body, Encoding.UTF8.GetString(parcel.Body));
        http.Response.StatusCode = verdict.Status;
        await http.Response.WriteAsync(verdict.Answer ?? verdict.Why);
    };

    private async Task<List<CaseResult>> PlayAsync(TimeSpan? patience = null)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        var results = new List<CaseResult>();
        await foreach (var result in new EdxlRmCases(new RmDoor(http, url, null), TimeProvider.System, patience ?? TimeSpan.FromMinutes(1)).PlayAsync(TestContext.Current.CancellationToken)) results.Add(result);
        return results;
    }
}
