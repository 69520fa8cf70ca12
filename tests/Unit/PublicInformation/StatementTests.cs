using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.PublicInformation.Statements;
using Coordination.Tests.Unit.Command;

namespace Coordination.Tests.Unit.PublicInformation;

public sealed class StatementTests
{
    private static readonly DateTimeOffset T0 = new(2010, 7, 27, 20, 0, 0, TimeSpan.FromHours(8));
    private static readonly Guid Incident = Guid.CreateVersion7();
    private static readonly Fact Ledger = new("Six people are missing", FactSource.CasualtyLedger, Guid.CreateVersion7(), "county");

    private static DraftStatement Words(Guid? supersedes = null, bool correction = false, string? notice = null, Guid? incident = null, string language = "zh-CN", params Fact[] facts) =>
        new("Flood in Yongji", "The water is falling", language, facts.Length > 0 ? facts : [Ledger], incident, supersedes, correction, notice);

    private static Statement Draft(DraftStatement? words = null, Statement? old = null)
    {
        var (statement, refusal) = Statement.Write(words ?? Words(incident: Incident), old, "ann", "county", null);
        Assert.Null(refusal);
        return statement!;
    }

    private static Statement After(params Func<Statement, Refusal?>[] decisions)
    {
        var statement = Draft();
        foreach (var decide in decisions) Assert.Null(decide(statement));
        return statement;
    }

    private static Statement Published() => After(s => s.CheckFacts(), s => s.Submit(), s => s.Approve("bob"), s => s.Publish(T0));

    [Fact]
    public void The_table_of_a_statement_is_this_one() => Machine.HasTable(Statement.Life, """
        Draft: FactChecked
        FactChecked: PendingApproval
        PendingApproval: Approved
        Approved: Published
        Published: Updated Corrected Retracted
        """);

    [Fact]
    public void Whatever_is_decided_a_statement_keeps_to_its_table() => Machine.Keeps(
        () => Draft(), Statement.Life, s => s.State, s => s.Version,
        s => (s.Approver is null || s.Approver != s.Author) && (s.State == StatementState.Draft || s.Facts.Count > 0)
            && s.PublishedAt is null == s.State < StatementState.Published && (s.State != StatementState.Retracted || s.Notice is not null),
        (s, n) => s.Rewrite("New", "Words", n % 3 == 0 ? [] : [Ledger], Person(n)),
        (s, _) => s.CheckFacts(),
        (s, _) => s.Submit(),
        (s, n) => s.Approve(Person(n)),
        (s, n) => s.Publish(T0.AddSeconds(n % 100)),
        (s, n) => s.Translate(new(n % 2 == 0 ? "en" : "ko", "Flood", "Falling", n % 3 == 0), Person(n)),
        (s, n) => s.ApproveTranslation(n % 2 == 0 ? "en" : "ko", n % 3 == 0, Person(n)),
        (s, n) => n % 5 == 0 ? s.GiveWay(Guid.CreateVersion7(), n % 2 == 0, T0) : null,
        (s, n) => n % 5 == 0 ? s.Retract("The gauge was broken", T0) : null);

    private static string Person(int n) => (n % 3) switch { 0 => "ann", 1 => "bob", _ => "cho" };

    [Fact]
    public void Nobody_approves_what_they_wrote()
    {
        var statement = After(s => s.CheckFacts(), s => s.Submit());
        Machine.Refused(statement.Approve("ann"), "approver-is-author");
        Assert.Equal(StatementState.PendingApproval, statement.State);
        Assert.Null(statement.Approve("bob"));
    }

    [Fact]
    public void Who_rewrote_or_translated_it_does_not_approve_it_either()
    {
        var statement = Draft();
        Assert.Null(statement.Rewrite("Flood", "Rising", [Ledger], "bob"));
        Assert.Null(statement.Translate(new("en", "Flood", "Rising"), "cho"));
        Assert.Null(statement.CheckFacts());
        Assert.Null(statement.Submit());
        Machine.Refused(statement.Approve("bob"), "approver-is-author");
        Machine.Refused(statement.Approve("cho"), "approver-is-author");
        Assert.Null(statement.Approve("dai"));
        Assert.True(Assert.Single(statement.Translations).Approved);
    }

    [Fact]
    public void A_statement_rests_on_a_fact_that_links_to_its_source()
    {
        var statement = Draft();
        Assert.Null(statement.Rewrite("Flood", "All is well", [], "ann"));
        Machine.Refused(statement.CheckFacts(), "fact-required");
        Assert.Null(statement.Rewrite("Flood", "Six are missing", [Ledger], "ann"));
        Assert.Null(statement.CheckFacts());
        Machine.Refused(statement.Rewrite("Flood", "Five are missing", [Ledger], "ann"), "not-a-draft");
    }

    [Fact]
    public void A_correction_says_what_it_corrects_and_why_and_the_old_text_stays()
    {
        var old = Published();
        Machine.Refused(Statement.Write(Words(old.Id, correction: true), old, "ann", "county", null).Item2, "notice-required");
        Machine.Refused(Statement.Write(Words(correction: true, notice: "Recount"), null, "ann", "county", null).Item2, "notice-required");
        var correction = Draft(Words(old.Id, correction: true, notice: "Recount"), old);
        Assert.Equal((Incident, old.Id), (correction.IncidentId, correction.Supersedes));
        Assert.Null(old.GiveWay(correction.Id, correction: true, T0.AddHours(1)));
        Assert.Equal((StatementState.Corrected, correction.Id, "The water is falling"), (old.State, old.SupersededBy, old.Body));
    }

    [Fact]
    public void Only_a_published_statement_is_replaced_and_only_by_one_about_its_own_incident()
    {
        var draft = Draft();
        Machine.Refused(Statement.Write(Words(draft.Id), draft, "ann", "county", null).Item2, "not-published");
        Machine.Refused(Statement.Write(Words(Guid.CreateVersion7()), null, "ann", "county", null).Item2, "not-published");
        var old = Published();
        Machine.Refused(Statement.Write(Words(old.Id, incident: Guid.CreateVersion7()), old, "ann", "county", null).Item2, "other-incident");
    }

    [Fact]
    public void A_statement_is_replaced_once()
    {
        var old = Published();
        Assert.Null(old.GiveWay(Guid.CreateVersion7(), correction: false, T0));
        Machine.Refused(old.GiveWay(Guid.CreateVersion7(), correction: true, T0), "illegal-transition");
        Machine.Refused(old.Retract("Wrong", T0), "illegal-transition");
    }

    [Fact]
    public void What_is_taken_back_carries_a_public_notice()
    {
        var statement = Published();
        Assert.Null(statement.Retract("The gauge was broken", T0.AddHours(2)));
        Assert.Equal((StatementState.Retracted, "The gauge was broken"), (statement.State, StatementView.Public(statement).Notice));
    }

    [Fact]
    public void A_translation_made_after_the_approval_is_public_once_another_person_approved_it()
    {
        var statement = Published();
        Assert.Null(statement.Translate(new("en", "Flood", "Falling"), "cho"));
        Assert.Empty(StatementView.Public(statement).Translations);
        Machine.Refused(statement.ApproveTranslation("en", false, "cho"), "approver-is-author");
        Machine.Refused(statement.ApproveTranslation("ko", false, "bob"), "no-translation");
        Assert.Null(statement.ApproveTranslation("en", false, "bob"));
        Machine.Refused(statement.ApproveTranslation("en", false, "bob"), "translation-approved");
        Assert.Equal("en", Assert.Single(StatementView.Public(statement).Translations).Language);
    }

    [Fact]
    public void Plain_words_may_stand_beside_the_same_language()
    {
        var statement = Draft();
        Machine.Refused(statement.Translate(new("zh-cn", "Flood", "Falling"), "cho"), "translation-exists");
        Assert.Null(statement.Translate(new("zh-CN", "Water", "The water goes down", Plain: true), "cho"));
        Machine.Refused(statement.Translate(new("zh-CN", "Water", "Again", Plain: true), "cho"), "translation-exists");
    }

    [Fact]
    public void What_was_replaced_is_not_translated_any_more()
    {
        var statement = Published();
        Assert.Null(statement.GiveWay(Guid.CreateVersion7(), correction: false, T0));
        Machine.Refused(statement.Translate(new("en", "Flood", "Falling"), "cho"), "statement-ended");
    }

    [Theory, InlineData("x"), InlineData("zh_CN"), InlineData("english language"), InlineData("zh-"), InlineData("12")]
    public void A_language_is_a_tag(string language) =>
        Machine.Refused(Statement.Write(Words(language: language), null, "ann", "county", null).Item2, "language");

    [Fact]
    public void No_view_of_a_statement_names_a_person() =>
        Assert.DoesNotContain(typeof(StatementView).GetProperties(), p => p.Name is "Author" or "Approver" or "Translator");
}
