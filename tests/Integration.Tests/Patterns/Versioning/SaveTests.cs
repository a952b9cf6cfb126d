using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Integration.Tests.Patterns.Versioning;

/// <summary>What a save writes, and what it returns.</summary>
public sealed class SaveTests : VersionTestBase
{
    [Fact]
    public async Task FirstSave_WritesVersion1AndItsCopy()
    {
        var formula = new Formula { Name = "orders", Text = "a / b", Dimensions = ["city"], Owner = "team" };
        var saved = await Formulas.SaveVersionAsync(formula, by: "ann", Ct);

        Assert.Equal(0, formula.Version);
        Assert.Equal((1, Start, "ann", Start, "ann"), (saved.Version, saved.CreatedAt, saved.CreatedBy, saved.UpdatedAt, saved.UpdatedBy));
        const string Time = "2026-11-29T08:30:00.1230000Z";
        const string Common = $$"""
            "byKind_pk":{"S":"KIND#sum"},"updatedAt":{"S":"{{Time}}"},"updatedBy":{"S":"ann"},"owner":{"S":"team"},"kind":{"S":"sum"},"text":{"S":"a / b"},"count":{"N":"0"},"dimensions":{"SS":["city"]}
            """;
        const string Copied = $$"""
            "latestVersion":{"N":"1"},"byOwner_pk":{"S":"OWNER#team"},"createdAt":{"S":"{{Time}}"},"createdBy":{"S":"ann"}
            """;
        Assert.Equal(
            [
                $$"""{"name":{"S":"orders"},"version":{"N":"0"},{{Common}},{{Copied}}}""",
                $$"""{"name":{"S":"orders"},"version":{"N":"1"},"byChange_pk":{"S":"CHANGED"},{{Common}}}""",
            ],
            await StoredItemsAsync("formulas"));
    }

    [Fact]
    public async Task Saves_KeepHistory_AndTheCopyIsTheLatest()
    {
        var last = await SavedAsync(3);
        var latest = await Formulas.GetLatestAsync(Orders, consistentRead: true, Ct);

        AssertSame(last, latest!);
        Assert.Equal((3, "v3", "author 1", "author 3"), (latest!.Version, latest.Text, latest.CreatedBy, latest.UpdatedBy));
        Assert.Equal((Start, Start + (2 * Minute)), (latest.CreatedAt, latest.UpdatedAt));

        var second = (await Formulas.GetVersionAsync(Orders, 2, cancellationToken: Ct))!;
        Assert.Equal((2, "v2", null, "author 2"), (second.Version, second.Text, second.CreatedBy, second.UpdatedBy));
        Assert.Equal((default, Start + Minute), (second.CreatedAt, second.UpdatedAt));
        Assert.Null(await Formulas.GetVersionAsync(Orders, 4, cancellationToken: Ct));
        Assert.Null(await Formulas.GetLatestAsync(Formula.History("other"), cancellationToken: Ct));
    }

    [Fact]
    public async Task CreationOfVersion1_IsKept_WhateverTheItemInMemoryHas()
    {
        var first = await SavedAsync(1);
        Clock.Advance(Minute);

        // As if it was made by hand, or read as a version.
        var second = await Formulas.SaveVersionAsync(new Formula { Name = "orders", Version = 1, Text = "b" }, by: "ben", Ct);
        Assert.Equal((2, first.CreatedAt, first.CreatedBy), (second.Version, second.CreatedAt, second.CreatedBy));

        var third = await Formulas.SaveVersionAsync(second with { CreatedBy = "nobody", CreatedAt = default, Text = "c" }, by: "cat", Ct);
        Assert.Equal((3, first.CreatedAt, first.CreatedBy), (third.Version, third.CreatedAt, third.CreatedBy));
        AssertSame(third, (await Formulas.GetLatestAsync(Orders, true, Ct))!);
    }

    [Fact]
    public async Task VersionAtTheEndOfATemplate_Works()
    {
        var page = new WikiPage { Site = "s", Path = "a#b", Title = "one", FirstTitle = "one" };
        var first = await Pages.SaveVersionAsync(page, by: "ann", Ct);
        first.Title = "two";
        first.FirstTitle = "changed";
        var second = await Pages.SaveVersionAsync(first, by: "ben", Ct);

        Assert.Equal((0, 1, 2), (page.Version, first.Version, second.Version));
        var history = WikiPage.History("s", "a#b");
        Assert.Equal("PAGE#a%23b#V10000000000000000000.", history.LatestKey.Sort.Text);
        Assert.Equal("PAGE#a%23b#V10000000000000000002.", history.KeyOf(2).Sort.Text);
        var latest = (await Pages.GetLatestAsync(history, true, Ct))!;
        Assert.Equal((2, "two", "one", "ben", null), (latest.Version, latest.Title, latest.FirstTitle, latest.Author, latest.Extra));
        var old = (await Pages.GetVersionAsync(history, 1, cancellationToken: Ct))!;
        Assert.Equal((1, "one", "", "ann"), (old.Version, old.Title, old.FirstTitle, old.Author));
    }

    [Fact]
    public async Task Family_MayChangeItsTypeFromVersionToVersion()
    {
        var text = await Cards.SaveVersionAsync(new TextCard { Id = "1", Text = "hello", Origin = "web" }, cancellationToken: Ct);
        await Cards.SaveVersionAsync(
            new ImageCard { Id = "1", Version = text.Version, Image = [1, 2] }, cancellationToken: Ct);

        var latest = Assert.IsType<ImageCard>(await Cards.GetLatestAsync(Card.History("1"), true, Ct));
        Assert.Equal((2, "web"), (latest.Version, latest.Origin));
        var versions = await Cards.QueryVersions(Card.History("1")).ToListAsync(Ct);
        Assert.Equal([typeof(TextCard), typeof(ImageCard)], versions.Select(static card => card.GetType()));

        // A leaf's table does not replace what is of another type.
        await Assert.ThrowsAsync<TransactWriteCanceledException>(() => Db.Table<TextCard>().SaveVersionAsync(
            new TextCard { Id = "1", Version = 2 }, cancellationToken: Ct));
    }

    [Fact]
    public async Task Save_CostsTwoTransactionalWritesOfOneUnitEach()
    {
        var save = Formulas.SaveVersion(new Formula { Name = "small", Text = "a" }).ReturnConsumedCapacity();
        var first = await save.ExecuteAsync(Ct);

        // Two items of less than 1 KB, two units each. byKind holds both, byChange the version only, byOwner neither without an owner.
        Assert.Equal(4 + (2 * 2) + 2, first.ConsumedCapacity!.CapacityUnits);

        var page = await Pages.SaveVersion(new WikiPage { Site = "s", Path = "p" }).ReturnConsumedCapacity().ExecuteAsync(Ct);
        Assert.Equal(4, page.ConsumedCapacity!.CapacityUnits);
        var read = await Pages.GetLatest(WikiPage.History("s", "p")).ReturnConsumedCapacity().ExecuteAsync(Ct);
        Assert.Equal((1, 0.5), (read.Item!.Version, read.ConsumedCapacity!.CapacityUnits));
    }

    [Fact]
    public async Task Author_NeedsAMember()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Cards.SaveVersion(new TextCard { Id = "1" }).By("ann"));
        Assert.Contains("[UpdatedBy]", error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => Cards.SaveVersionAsync(new TextCard { Id = "1", Version = -1 }, cancellationToken: Ct));
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => Cards.SaveVersionAsync(new TextCard { Id = "1", Version = int.MaxValue }, cancellationToken: Ct));
    }

    [Fact]
    public async Task ExtraAttributes_CanNotHoldAReservedName()
    {
        var page = await Pages.SaveVersionAsync(new WikiPage { Site = "s", Path = "p" }, cancellationToken: Ct);
        page.Extra = Extra("""{"latest":{"N":"9"}}""");
        await Assert.ThrowsAsync<InvalidAttributeValueException>(() => Pages.SaveVersionAsync(page, cancellationToken: Ct));

        page.Extra = Extra("""{"more":{"S":"x"}}""");
        await Pages.SaveVersion(page).WithWriteId("id").ExecuteAsync(Ct);
        Assert.Equal(["more"], (await Pages.GetLatestAsync(WikiPage.History("s", "p"), true, Ct))!.Extra!.Names);

        static ExtraAttributes Extra(string json)
        {
            var extra = new ExtraAttributes();
            var reader = new ItemReader(System.Text.Encoding.UTF8.GetBytes(json));
            reader.BeginMap();
            while (reader.ReadName(out var name))
                extra.Add(name, ref reader);
            return extra;
        }
    }

    [Fact]
    public void Preview_ShowsBothItems()
    {
        var json = Formulas.SaveVersion(new Formula { Name = "orders", Version = 4, Text = "x", CreatedBy = "ann", CreatedAt = Start })
            .ReturnConsumedCapacity().Preview().Json;
        Assert.Contains("\"version\":{\"N\":\"5\"}", json, StringComparison.Ordinal);
        Assert.Contains("\"version\":{\"N\":\"0\"}", json, StringComparison.Ordinal);
        Assert.Contains("#n0 = :v0 AND #n1 = :v1 AND #n2 = :v2", json, StringComparison.Ordinal);
        Assert.Contains("\"ClientRequestToken\"", json, StringComparison.Ordinal);
    }

    private static void AssertSame(Formula expected, Formula actual) =>
        Assert.Equal(expected with { Dimensions = null }, actual with { Dimensions = null });
}
