using System.Net;
using System.Text;
using Coordination.CommandLine.Desks;
using Coordination.CommandLine.Regions;
using Coordination.CommandLine.Sessions;

namespace Coordination.Tests.Unit.CommandLine;

public sealed class ReviewPagesTests
{
    [Fact]
    public async Task The_newest_review_of_an_incident_is_found_on_the_last_page()
    {
        using var pages = new Pages(
            """{"items":[{"id":"first"},{"id":"second"}],"next":"more"}""", """{"items":[{"id":"third"}],"next":"yet more"}""", """{"items":[{"id":"fourth"}],"next":null}""");
        using var http = new HttpClient(pages) { BaseAddress = new Uri("http://region.test") };
        var desk = new Desk(new RegionClient(http), new Session(http.BaseAddress, "county", [], null, null, null), isJson: true, null);
        var (newest, refused) = await IncidentCommands.NewestReviewAsync(desk, Guid.Empty, TestContext.Current.CancellationToken);
        Assert.Null(refused);
        Assert.Equal("fourth", $"{newest!["id"]}");
        Assert.Equal(["", "more", "yet more"], pages.Cursors);
    }

    /// <summary>A region that gives these pages, one after another.</summary>
    private sealed class Pages(params string[] bodies) : HttpMessageHandler
    {
        internal List<string> Cursors { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Cursors.Add(request.RequestUri!.Query.Split("cursor=") is [_, var cursor] ? Uri.UnescapeDataString(cursor) : "");
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(bodies[Cursors.Count - 1], Encoding.UTF8, "application/json") });
        }
    }
}
