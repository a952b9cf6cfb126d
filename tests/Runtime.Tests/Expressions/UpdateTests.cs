using DynamoToolkit.Runtime.Tests.Tables.Support;

namespace DynamoToolkit.Runtime.Tests.Expressions;

public sealed class UpdateTests
{
    [Fact]
    public void Set_OfAValue_WritesASetClause() =>
        AssertText(u => u.Set(r => r.Status, "done"), "SET #n0 = :v0", """{":v0":{"S":"done"}}""");

    [Fact]
    public void Set_OfANarrowerNumber_TakesTheAttributesType() =>
        AssertText(u => u.Set(r => r.StartTime, 5), "SET #n0 = :v0", """{":v0":{"N":"5"}}""");

    [Fact]
    public void Set_OfNull_RemovesTheAttribute()
    {
        AssertText(u => u.Set(r => r.Status, null), "REMOVE #n0");
        AssertText(u => u.Set(r => r.EndTime, (long?)null), "REMOVE #n0");
        AssertText(u => u.Set(r => r.EndTime, (long?)7), "SET #n0 = :v0", """{":v0":{"N":"7"}}""");
    }

    [Fact]
    public void Set_OfAnEmptySet_RemovesTheAttribute()
    {
        AssertText(u => u.Set(r => r.Tags, []), "REMOVE #n0");
        Assert.Throws<ArgumentException>(() => AssertText(u => u.SetIfNotExists(r => r.Tags, []), ""));
    }

    [Fact]
    public void Set_OfWholeCollections_WritesThem()
    {
        AssertText(u => u.Set(r => r.Tags, ["a"]), "SET #n0 = :v0", """{":v0":{"SS":["a"]}}""");
        AssertText(u => u.Set(r => r.Place, new Place("x")), "SET #n0 = :v0", """{":v0":{"M":{"city":{"S":"x"}}}}""");
    }

    [Fact]
    public void Set_OfArithmetic_NamesAttributesOnBothSides()
    {
        AssertText(u => u.Set(r => r.EndTime, r => r.StartTime + 5), "SET #n0 = #n1 + :v0", """{":v0":{"N":"5"}}""");
        AssertText(u => u.Set(r => r.EndTime, r => r.EndTime - r.StartTime), "SET #n0 = #n0 - #n1");
        AssertText(
            u => u.Set(r => r.EndTime, r => r.EndTime.IfNotExists(0) + 1),
            "SET #n0 = if_not_exists(#n0, :v0) + :v1",
            """{":v0":{"N":"0"},":v1":{"N":"1"}}""");
        AssertText(u => u.Set(r => r.EndTime, r => r.StartTime), "SET #n0 = #n1");
    }

    [Fact]
    public void SetIfNotExists_WritesTheFunction() =>
        AssertText(u => u.SetIfNotExists(r => r.StartTime, 5), "SET #n0 = if_not_exists(#n0, :v0)");

    [Fact]
    public void Add_ToANumber_WritesAnAddClause() => AssertText(u => u.Add(r => r.StartTime, 1), "ADD #n0 :v0", """{":v0":{"N":"1"}}""");

    [Fact]
    public void Add_ToASet_WritesTheElementsAsASet()
        => AssertText(u => u.Add(r => r.Tags, "a", "b"), "ADD #n0 :v0", """{":v0":{"SS":["a","b"]}}""");

    [Fact]
    public void SetElements_GivenTwice_AreWrittenOnce()
    {
        AssertText(u => u.Add(r => r.Tags, "a", "b", "a"), "ADD #n0 :v0", """{":v0":{"SS":["a","b"]}}""");
        AssertText(u => u.Take(r => r.Tags, "a", "a"), "DELETE #n0 :v0", """{":v0":{"SS":["a"]}}""");
    }

    [Fact]
    public void Take_FromASet_WritesADeleteClause()
        => AssertText(u => u.Take(r => r.Tags, "a"), "DELETE #n0 :v0", """{":v0":{"SS":["a"]}}""");

    [Fact]
    public void Append_ToAList_StartsFromAnEmptyOne() =>
        AssertText(
            u => u.Append(r => r.Labels, "a", "b"),
            "SET #n0 = list_append(if_not_exists(#n0, :v0), :v1)",
            """{":v0":{"L":[]},":v1":{"L":[{"S":"a"},{"S":"b"}]}}""");

    [Fact]
    public void Prepend_ToAList_PutsTheElementsFirst() =>
        AssertText(u => u.Prepend(r => r.Labels, "a"), "SET #n0 = list_append(:v0, if_not_exists(#n0, :v1))");

    [Fact]
    public void Actions_OfAllClauses_AreGroupedByClause() =>
        AssertText(
            u => u.Remove(r => r.Labels[3]).Add(r => r.StartTime, 1).Set(r => r.Status, "x").Take(r => r.Tags, "a").Set(r => r.EndTime, 1),
            "SET #n0 = :v0, #n1 = :v1 REMOVE #n2[3] ADD #n3 :v2 DELETE #n4 :v3");

    [Fact]
    public void Condition_BesideAnUpdate_SharesItsNames()
    {
        var sent = Sent(u => u.Set(r => r.Status, "done").If(r => r.Status != "done"));
        Assert.Contains(
            ""","UpdateExpression":"SET #n0 = :v0","ConditionExpression":"#n0 <> :v1","ExpressionAttributeNames":{"#n0":"status"}""" +
            ""","ExpressionAttributeValues":{":v0":{"S":"done"},":v1":{"S":"done"}}""",
            sent);
    }

    [Fact]
    public void SamePath_Twice_IsRefusedWithBothPaths()
    {
        var update = new Db().Runs.Update(Run.Key("1")).Set(r => r.Place.City, "x");
        Assert.Contains("'place.city' and 'place'", Assert.Throws<ArgumentException>(() => update.Remove(r => r.Place)).Message);
        Assert.Throws<ArgumentException>(() => update.Set(r => r.Place.City, "y"));
        update.Set(r => r.Stops[0].City, "x").Set(r => r.Stops[1].City, "y");
        Assert.Throws<ArgumentException>(() => update.Remove(r => r.Stops[1].City));
    }

    [Fact]
    public async Task Update_WithoutActions_IsRefused()
    {
        var db = new Db();
        var error = await Assert.ThrowsAsync<InvalidOperationException>(
            () => db.Runs.Update(Run.Key("1")).ExecuteAsync(TestContext.Current.CancellationToken));
        Assert.Contains("changes nothing", error.Message);
        Assert.Empty(db.Transport.Requests);
    }

    [Fact]
    public async Task Elements_ThatAreNone_ChangeNothing()
    {
        AssertText(
            u => u.Add(r => r.Tags).Take(r => r.Tags, []).Append(r => r.Labels, new List<string>()).Set(r => r.Status, "x"),
            "SET #n0 = :v0");
        var db = new Db();
        var result = await db.Runs.Update(Run.Key("1")).Append(r => r.Labels).ExecuteAsync(TestContext.Current.CancellationToken);
        Assert.False(result.HasItem);
        Assert.Empty(db.Transport.Requests);
    }

    [Fact]
    public void Elements_OfAnySequence_AreWrittenAsASpanOfThem()
    {
        AssertText(u => u.Append(r => r.Labels, new List<string> { "a" }), "SET #n0 = list_append(if_not_exists(#n0, :v0), :v1)");
        AssertText(u => u.Add(r => r.Tags, new HashSet<string> { "a" }), "ADD #n0 :v0", """{":v0":{"SS":["a"]}}""");
    }

    [Fact]
    public void Update_OfManyAttributes_IsRefusedForItsTextOnly()
    {
        static Update<Run> Stations(Update<Run> update, int count)
        {
            for (var i = 0; i < count; i++)
                update.Set(r => r.Notes[$"{i}"], "x");
            return update;
        }

        Sent(u => Stations(u, 220));
        Assert.Contains("4096", Assert.Throws<ArgumentException>(() => Sent(u => Stations(u, 301))).Message);
        Sent(u => u.Set(r => r.Status, "x").If(
            Enumerable.Range(0, 150).Select(i => new Run.Attributes().StartTime == i).Aggregate((a, b) => a | b)));
    }

    [Fact]
    public void Values_OfMoreThan400KB_AreRefusedByTheLargestOne()
    {
        Sent(u => u.Set(r => r.Notes["b"], new string('\n', 409_600)));
        var error = Assert.Throws<ItemTooLargeException>(
            () => Sent(u => u.Set(r => r.Notes["b"], new string('\n', 400_000)).Set(r => r.Notes["a"], new string('x', 9_601))));
        Assert.Equal((typeof(Run), 409_601), (error.ItemType, error.Bytes));
        Assert.Contains("'notes.b'", error.Message);
        Assert.Throws<ItemTooLargeException>(() => Sent(u => u.Add(r => r.Tags, new string('x', 409_601))));
        Assert.Throws<ItemTooLargeException>(() => Sent(u => u.Append(r => r.Labels, new string('x', 409_601))));

        // What is not stored, or may not be, is the service's to tell.
        Sent(u => u.SetIfNotExists(r => r.Notes["b"], new string('x', 409_601)).Take(r => r.Tags, new string('x', 409_601)));
        Sent(u => u.Set(r => r.EndTime, 1).If(r => r.Place.City != new string('x', 409_601)));
    }

    private static string Sent(Func<Update<Run>, Update<Run>> change)
    {
        var db = new Db();
        change(db.Runs.Update(Run.Key("1"))).ExecuteAsync().GetAwaiter().GetResult();
        return db.Sent;
    }

    private static void AssertText(Func<Update<Run>, Update<Run>> change, string text, string? values = null)
    {
        var sent = Sent(change);
        Assert.StartsWith("""{"TableName":"tracking","Key":{"pk":{"S":"RUN#1"},"sk":{"S":"META"}},"UpdateExpression":""", sent);
        Assert.Contains($"\"UpdateExpression\":\"{text}\"", sent);
        if (values is not null)
            Assert.Contains($"\"ExpressionAttributeValues\":{values}", sent);
    }
}
