using Coordination.Host;
using Coordination.Tests.Functional.BadInput;

namespace Coordination.Tests.Functional.Sharing;

/// <summary>The authorization matrix (quality.md 2.6): every cell is tried.</summary>
public sealed class MatrixTests(EmbeddedRegion region) : IClassFixture<EmbeddedRegion>
{
    public static TheoryData<string> Modules => [.. RegionModules.All.Select(m => m.Name)];

    [Fact]
    public async Task Every_operation_of_the_region_stands_in_the_matrix_and_no_other()
    {
        var intruder = new Intruder(region);
        var served = new List<string>();
        foreach (var module in RegionModules.All) served.AddRange((await intruder.DocumentAsync(module.Name)).Operations.Select(o => o.Place));
        Assert.Equal(served.Order(StringComparer.Ordinal), Matrix.Rows.Select(r => $"{r.Method} {r.Path}").Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Modules))]
    public async Task Each_principal_is_let_in_or_kept_out_as_the_matrix_says(string module)
    {
        var intruder = new Intruder(region);
        var rows = Matrix.Rows.ToDictionary(r => $"{r.Method} {r.Path}");
        var callers = Matrix.Principals.ToDictionary(p => p, p => p switch
        {
            Matrix.Anonymous => region.Anonymous(),
            Matrix.NoRole => region.AsPerson("nobody", "fire"),
            _ => region.AsPerson(p, "fire", p),
        });
        var faults = new List<string>();
        foreach (var operation in (await intruder.DocumentAsync(module)).Operations)
            foreach (var (principal, may) in rows[operation.Place].May)
            {
                // An empty body is wrong for nearly every operation; it is looked at after the caller.
                using var answer = await callers[principal].SendAsync(new HttpMethod(operation.Method), operation.Concrete(), operation.Method is "GET" or "DELETE" ? null : "{}", 1, Guid.NewGuid().ToString());
                var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                var kept = (int)answer.StatusCode == 401 || ((int)answer.StatusCode == 403 && text.Contains("role-required", StringComparison.Ordinal));
                if (kept == may || (principal == Matrix.Anonymous && !may && (int)answer.StatusCode != 401)) faults.Add($"{operation.Place} as {principal}: {(int)answer.StatusCode}");
            }
        Assert.True(faults.Count == 0, $"{faults.Count} cells differ:\n{string.Join('\n', faults.Take(40))}");
    }
}
