using Coordination.Contracts;
using Coordination.Contracts.Pages;

namespace Coordination.Platform;

/// <summary>The local issuer's page, in both languages at once, without script.</summary>
internal static class LocalSignInPage
{
    internal static string Of(SignInRequest request) => $$"""
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Local issuer</title>
        <style>body { font: 1rem/1.5 sans-serif; max-width: 36rem; margin: 2rem auto; padding: 0 1rem } label { display: block; margin: .5rem 0 }</style></head>
        <body>
        <h1>Who are you today? <span lang="zh">今天您是谁？</span></h1>
        <p><strong>Not for production: anyone on this machine may be anybody. <span lang="zh">不用于生产：本机上的任何人都可以是任何人。</span></strong></p>
        <form method="post" action="authorize">
        {{string.Concat(request.Fields.Select(f => $"<input type=\"hidden\" name=\"{f.Key}\" value=\"{Html.Of(f.Value)}\">\n"))}}
        <label>Agency <span lang="zh">机构</span> <input name="agency" required maxlength="40" value="fire"></label>
        <label>Person <span lang="zh">人员</span> <input name="subject" maxlength="100" autocomplete="off"></label>
        <fieldset><legend>Roles <span lang="zh">角色</span></legend>
        {{string.Concat(Roles.All.Select(r => $"<label><input type=\"checkbox\" name=\"roles\" value=\"{r}\"> {r}</label>\n"))}}
        </fieldset>
        <button>Sign in <span lang="zh">登录</span></button>
        </form>
        </body></html>
        """;
}
