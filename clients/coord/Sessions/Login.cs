using System.CommandLine;
using Coordination.CommandLine.Regions;

namespace Coordination.CommandLine.Sessions;

/// <summary><c>coord login</c>: says once who works here; every other command takes it from there.</summary>
internal static class Login
{
    internal static Command Command()
    {
        var agency = new Option<string?>("--agency") { Description = "The agency you work for: at a region with a local issuer, or to find its provider with --browser." };
        var roles = new Option<string[]>("--role") { Description = KnownRoles.Described, AllowMultipleArgumentsPerToken = true };
        var subject = new Option<string?>("--subject") { Description = "The person or system; some decisions need two different ones." };
        var issuer = new Option<Uri?>("--issuer") { Description = "Address of your OpenID provider, instead of the region's local issuer.", CustomParser = RegionUrl.Parse };
        var client = new Option<string?>("--client") { Description = "Your system's name at the provider; its secret is read from COORDINATION_CLIENT_SECRET." };
        var browser = new Option<bool>("--browser") { Description = "You are a person: sign in at your provider's page, or at the region's local issuer." };
        var url = RegionUrl.Option();
        var command = new Command("login", "Says who works here and with which region. Keeps no secret, and tokens only of a person who signs in at a page.")
        {
            agency, roles, subject, issuer, client, browser, url,
        };
        command.Validators.Add(parsed =>
        {
            var provider = parsed.GetResult(issuer) is not null;
            if (parsed.GetValue(browser) && (parsed.GetResult(roles) ?? parsed.GetResult(subject)) is not null) parsed.AddError(Language.Say($"With --browser the page says who you are."));
            if (provider && parsed.GetResult(client) is null) parsed.AddError(Language.Say($"--issuer needs --client."));
            if (!provider && !parsed.GetValue(browser) && (parsed.GetResult(agency) is null || parsed.GetResult(roles) is null)) parsed.AddError(Language.Say($"Give --agency and --role, or --issuer and --client, or --browser."));
        });
        command.SetAction((parsed, ct) => Attempt.RunAsync(async () =>
        {
            var session = new Session(parsed.GetRequiredValue(url), parsed.GetValue(agency), parsed.GetValue(roles) ?? [], parsed.GetValue(subject), parsed.GetValue(issuer), parsed.GetValue(client));
            if (parsed.GetValue(browser)) session = await SignInAsync(session, ct);
            // A session that opens nothing is not worth keeping.
            var reply = await RegionClient.At(session.Url, await Tokens.OfAsync(session, ct)).SendAsync(null, "GET", "/v1/incidents?limit=1", null, null, null, ct);
            if (reply.Status == 401) throw new RegionException(Language.Say($"The region takes no token of yours: see docs/tokens.md for what it must hold."));
            session.Write();
            Console.WriteLine(Language.Say($"{session.Agency ?? session.ClientId} works with {session.Url}"));
            return Exit.Good;
        }));
        return command;
    }

    private static async Task<Session> SignInAsync(Session session, CancellationToken ct)
    {
        var issuer = session.Issuer ?? await RegionProviders.ChooseAsync(session.Url, session.Agency, ct) ?? new Uri(session.Url, "/issuer");
        var client = session.ClientId ?? "coord";
        var kept = await BrowserSignIn.RunAsync(await OpenIdProvider.DiscoverAsync(issuer, ct), client, address =>
        {
            Console.WriteLine(Language.Say($"Open this address in a browser of this machine and sign in:"));
            Console.WriteLine(address);
        }, ct);
        var agency = BrowserSignIn.AgencyIn(kept.Access) ?? session.Agency;
        if (session.Agency is { } wanted && agency != wanted) throw new RegionException(Language.Say($"You signed in for {agency}, not for {wanted}."));
        return session with { Issuer = issuer, ClientId = client, Kept = kept, Agency = agency };
    }
}
