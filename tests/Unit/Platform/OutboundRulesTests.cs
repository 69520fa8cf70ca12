using System.Net;
using Coordination.Platform;

namespace Coordination.Tests.Unit.Platform;

public sealed class OutboundRulesTests
{
    [Theory]
    [InlineData("0.0.0.0"), InlineData("10.0.0.1"), InlineData("100.64.0.1"), InlineData("127.0.0.1"), InlineData("127.255.255.254"), InlineData("169.254.169.254"), InlineData("168.63.129.16")]
    [InlineData("172.16.0.1"), InlineData("172.31.255.255"), InlineData("192.168.1.1"), InlineData("198.18.0.1"), InlineData("192.0.2.1"), InlineData("224.0.0.1"), InlineData("255.255.255.255")]
    [InlineData("::"), InlineData("::1"), InlineData("fe80::1"), InlineData("fc00::1"), InlineData("fd00:ec2::254"), InlineData("ff02::1"), InlineData("::ffff:10.0.0.1"), InlineData("::ffff:127.0.0.1")]
    [InlineData("64:ff9b::a00:1"), InlineData("2002:a00:1::"), InlineData("2001:0:1::"), InlineData("2001:db8::1"), InlineData("::10.0.0.1")]
    public void An_address_that_is_not_of_the_open_network_is_closed(string address)
    {
        Assert.False(PublicAddresses.Has(IPAddress.Parse(address)));
        Assert.NotNull(new OutboundRules(null).Judge($"https://{(address.Contains(':', StringComparison.Ordinal) ? $"[{address}]" : address)}/hook", "/url"));
    }

    [Theory, InlineData("8.8.8.8"), InlineData("172.32.0.1"), InlineData("2606:4700::1111"), InlineData("::ffff:8.8.8.8")]
    public void An_address_of_the_open_network_is_open(string address) => Assert.True(PublicAddresses.Has(IPAddress.Parse(address)));

    [Theory]
    [InlineData("http://hooks.example/a", "target-not-allowed")]
    [InlineData("http://8.8.8.8/a", "target-not-allowed")]
    [InlineData("https://0x7f.1/a", "target-not-allowed")]
    [InlineData("https://2130706433/a", "target-not-allowed")]
    [InlineData("https://0177.0.0.1/a", "target-not-allowed")]
    [InlineData("ftp://hooks.example/a", "url")]
    [InlineData("file:///etc/passwd", "url")]
    [InlineData("/a", "url")]
    [InlineData("https://user:word@hooks.example/a", "url")]
    [InlineData("https://hooks.example/a#b", "url")]
    [InlineData("https://hooks.example/a", null)]
    public void An_address_is_judged_by_its_text_first(string url, string? rule) => Assert.Equal(rule, new OutboundRules(null).Judge(url, "/url")?.Rule);

    [Fact]
    public void What_the_operator_allows_may_be_private_and_without_tls_and_nothing_beside_it()
    {
        var rules = new OutboundRules("10.20.0.0/16, 127.0.0.1 fire.internal");
        Assert.Null(rules.Judge("http://10.20.3.4/a", "/url"));
        Assert.Null(rules.Judge("http://127.0.0.1:8080/a", "/url"));
        Assert.Null(rules.Judge("http://fire.internal/a", "/url"));
        Assert.NotNull(rules.Judge("https://10.21.0.1/a", "/url"));
        Assert.NotNull(rules.Judge("http://127.0.0.2/a", "/url"));
        Assert.True(rules.Allows(new("http://fire.internal/"), [IPAddress.Parse("10.99.0.1")]));
        Assert.False(rules.Allows(new("http://police.internal/"), [IPAddress.Parse("10.99.0.1")]));
        Assert.Throws<StartFailedException>(() => new OutboundRules("10.20.0.0/16;everything"));
    }

    [Fact]
    public void One_bad_address_of_a_name_refuses_them_all() =>
        Assert.False(new OutboundRules(null).Allows(new("https://hooks.example/"), [IPAddress.Parse("8.8.8.8"), IPAddress.Parse("10.0.0.1")]));

    [Fact]
    public void A_name_without_an_address_is_no_target() => Assert.False(new OutboundRules("fire.internal").Allows(new("https://fire.internal/"), []));
}
