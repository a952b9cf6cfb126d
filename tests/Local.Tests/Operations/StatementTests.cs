using System.Text.Json;
using DynamoToolkit.Local.Tests.Kit;

namespace DynamoToolkit.Local.Tests.Operations;

/// <summary>PartiQL: statements alone, in batches and in transactions.</summary>
public sealed class StatementTests
{
    [Theory]
    [InlineData("SELECT * FROM tab WHERE p = 'a' AND s = 2", "2")]
    [InlineData("""SELECT * FROM "tab" WHERE "p" = 'a'""", "1 2 3")]
    [InlineData("select * from tab where p = 'a' and s > 1 order by s desc", "3 2")]
    [InlineData("SELECT * FROM tab WHERE p = 'a' AND s BETWEEN 2 AND 9", "2 3")]
    [InlineData("SELECT * FROM tab WHERE p = 'a' AND begins_with(name, 'th')", "3")]
    [InlineData("SELECT * FROM tab WHERE p = 'a' AND (name = 'one' OR name = 'two')", "1 2")]
    [InlineData("SELECT * FROM tab WHERE p = 'a' AND NOT name = 'one'", "2 3")]
    [InlineData("SELECT * FROM tab WHERE p = 'a' AND name IN ['two', 'three']", "2 3")]
    [InlineData("SELECT * FROM tab WHERE p = 'a' AND name IN ('two')", "2")]
    [InlineData("SELECT * FROM tab WHERE p = 'a' AND only IS MISSING", "1 3")]
    [InlineData("SELECT * FROM tab WHERE p = 'a' AND only IS NOT MISSING", "2")]
    [InlineData("SELECT * FROM tab WHERE p = 'a' AND size(name) = 5", "3")]
    [InlineData("SELECT * FROM tab WHERE p = 'a' AND contains(name, 'o') AND s <> 1", "2")]
    [InlineData("SELECT * FROM tab WHERE p = 'a' AND m.k[1].x = -1.5e0", "1")]
    [InlineData("SELECT * FROM tab WHERE s = 3", "3")]
    [InlineData("SELECT * FROM tab WHERE p = 'it''s'", "")]
    public async Task Select_Condition_FindsTheItems(string statement, string expected)
    {
        using var engine = await FilledAsync();

        Assert.Equal(expected, string.Join(' ', Numbers(await ExecuteAsync(engine, statement))));
    }

    [Fact]
    public async Task Select_Columns_AreNamedAfterTheLastStep()
    {
        using var engine = await FilledAsync();

        var items = (await ExecuteAsync(engine, "SELECT s, m.k, m.nope FROM tab WHERE p = 'a' AND s = 1")).GetProperty("Items");

        Assert.Equal("""[{"s":{"N":"1"},"k":{"L":[{"S":"z"},{"M":{"x":{"N":"-1.5"}}}]}}]""", items.GetRawText());
    }

    [Theory]
    [InlineData("p = 'a'")]
    [InlineData("p = 'a' ORDER BY s DESC")]
    [InlineData("s > 0")]
    public async Task Select_Limit_PagesThroughAllItems(string condition)
    {
        using var engine = await FilledAsync();
        var seen = new List<string?>();
        string? token = null;
        do
        {
            var next = token is null ? "" : $",\"NextToken\":\"{token}\"";
            var page = await engine.OkAsync(
                "ExecuteStatement", $$"""{"Statement":"SELECT * FROM tab WHERE {{condition}}","Limit":1{{next}}}""");
            seen.AddRange(Numbers(page));
            token = page.TryGetProperty("NextToken", out var text) ? text.GetString() : null;
        }
        while (token is not null);

        Assert.Equal(["1", "2", "3"], seen.Order());
    }

    [Fact]
    public async Task Insert_Values_AreOfAllTypes()
    {
        using var engine = await Engine.WithTableAsync();

        await ExecuteAsync(
            engine,
            "INSERT INTO tab VALUE {'p': 'a', 'n': -1.50, 'l': [1, {'x': true}], 's': <<'u', 'v'>>, 'z': null, 'q': ?, 'e': 'it''s'}",
            """{"B":"AAEC"}""");

        var item = (await engine.OkAsync("GetItem", """{"TableName":"tab","Key":{"p":{"S":"a"}}}""")).GetProperty("Item");
        Assert.Equal(
            """
            {"p":{"S":"a"},"n":{"N":"-1.5"},"l":{"L":[{"N":"1"},{"M":{"x":{"BOOL":true}}}]},"s":{"SS":["u","v"]},
            """
            + """ "z":{"NULL":true},"q":{"B":"AAEC"},"e":{"S":"it's"}}""".TrimStart(),
            item.GetRawText());
    }

    [Theory]
    [InlineData("UPDATE tab SET name = 'new' WHERE p = 'a' AND s = 1", "name", """{"S":"new"}""")]
    [InlineData("UPDATE tab SET count = count + 2 WHERE p = 'a' AND s = 1", "count", """{"N":"7"}""")]
    [InlineData("UPDATE tab SET count = count - 2, name = 'x' WHERE p = 'a' AND s = 1 AND count = 5", "count", """{"N":"3"}""")]
    [InlineData(
        "UPDATE tab SET m.k[0] = 'y' SET name = 'x' WHERE p = 'a' AND s = 1",
        "m",
        """{"M":{"k":{"L":[{"S":"y"},{"M":{"x":{"N":"-1.5"}}}]}}}""")]
    [InlineData("UPDATE tab REMOVE m.k WHERE p = 'a' AND s = 1", "m", """{"M":{}}""")]
    [InlineData("UPDATE tab SET l = list_append(l, [2]) WHERE p = 'a' AND s = 1", "l", """{"L":[{"N":"1"},{"N":"2"}]}""")]
    [InlineData("UPDATE tab SET tags = set_add(tags, <<'c'>>) WHERE p = 'a' AND s = 1", "tags", """{"SS":["a","b","c"]}""")]
    [InlineData("UPDATE tab SET tags = set_delete(tags, <<'a'>>) WHERE p = 'a' AND s = 1", "tags", """{"SS":["b"]}""")]
    public async Task Update_Item_IsChanged(string statement, string attribute, string expected)
    {
        using var engine = await FilledAsync();

        var response = await ExecuteAsync(engine, statement + " RETURNING ALL NEW *");

        Assert.Equal(expected, Assert.Single(response.GetProperty("Items").EnumerateArray()).GetProperty(attribute).GetRawText());
    }

    [Fact]
    public async Task Delete_Item_IsReturnedAndGone()
    {
        using var engine = await FilledAsync();

        var deleted = await ExecuteAsync(engine, "DELETE FROM tab WHERE p = 'a' AND s = 2 RETURNING ALL OLD *");
        var again = await ExecuteAsync(engine, "DELETE FROM tab WHERE p = 'a' AND s = 2");
        var left = await ExecuteAsync(engine, "SELECT * FROM tab");

        Assert.Equal("two", deleted.GetProperty("Items")[0].GetProperty("name").GetProperty("S").GetString());
        Assert.Equal(0, again.GetProperty("Items").GetArrayLength());
        Assert.Equal(2, left.GetProperty("Items").GetArrayLength());
    }

    [Theory]
    [InlineData("SELECTT * FROM tab", "ValidationException")]
    [InlineData("SELECT * FROM tab WHERE", "ValidationException")]
    [InlineData("SELECT * FROM tab WHERE p = 'a", "ValidationException")]
    [InlineData("SELECT * FROM tab WHERE p = ?", "ValidationException")]
    [InlineData("SELECT * FROM tab WHERE p = 'a' garbage", "ValidationException")]
    [InlineData("SELECT * FROM tab WHERE p = 1", "ValidationException")]
    [InlineData("SELECT * FROM tab ORDER BY s", "ValidationException")]
    [InlineData("SELECT * FROM nope WHERE p = 'a'", "ResourceNotFoundException")]
    [InlineData("SELECT * FROM tab.nope WHERE p = 'a'", "ValidationException")]
    [InlineData("INSERT INTO tab VALUE {'p': 'a', 's': 1}", "DuplicateItemException")]
    [InlineData("INSERT INTO tab VALUE {'p': 'a'}", "ValidationException")]
    [InlineData("INSERT INTO tab VALUE {'p': 'a', 's': 9, '': 1}", "ValidationException")]
    [InlineData("INSERT INTO tab VALUE {'p': 'a', 's': 9, 'x': <<>>}", "ValidationException")]
    [InlineData("UPDATE tab SET name = 'x' WHERE p = 'a' AND s = 9", "ConditionalCheckFailedException")]
    [InlineData("UPDATE tab SET name = 'x' WHERE p = 'a' AND s = 1 AND name = 'two'", "ConditionalCheckFailedException")]
    [InlineData("UPDATE tab SET name = 'x' WHERE p = 'a'", "ValidationException")]
    [InlineData("UPDATE tab SET name = 'x', name = 'y' WHERE p = 'a' AND s = 1", "ValidationException")]
    [InlineData("UPDATE tab SET s = 2 WHERE p = 'a' AND s = 1", "ValidationException")]
    [InlineData("DELETE FROM tab WHERE p = 'a' AND s = 1 AND name = 'two'", "ConditionalCheckFailedException")]
    [InlineData("DELETE FROM tab WHERE p = 'a' AND s = 1 OR s = 2", "ValidationException")]
    public async Task Statement_Wrong_IsRefusedAndChangesNothing(string statement, string type)
    {
        using var engine = await FilledAsync();
        var before = (await engine.OkAsync("Scan", """{"TableName":"tab"}""")).GetRawText();

        var (actual, _) = await engine.FailAsync("ExecuteStatement", JsonSerializer.Serialize(new { Statement = statement }));

        Assert.Equal(type, actual);
        Assert.Equal(before, (await engine.OkAsync("Scan", """{"TableName":"tab"}""")).GetRawText());
    }

    [Fact]
    public async Task Statement_NestedTooDeeply_IsRefused()
    {
        using var engine = await Engine.WithTableAsync();
        string Insert(int levels) => $"INSERT INTO tab VALUE {{'p': 'a', 'l': {new string('[', levels)}{new string(']', levels)}}}";

        var (type, _) = await engine.FailAsync("ExecuteStatement", JsonSerializer.Serialize(new { Statement = Insert(33) }));
        await engine.FailAsync("ExecuteStatement", JsonSerializer.Serialize(new { Statement = Insert(3000) }));

        Assert.Equal("ValidationException", type);
        await ExecuteAsync(engine, Insert(32));
    }

    [Fact]
    public async Task Batch_Statements_SucceedAndFailAlone()
    {
        using var engine = await FilledAsync();

        var responses = await BatchAsync(
            engine,
            "UPDATE tab SET name = 'x' WHERE p = 'a' AND s = 9",
            "INSERT INTO tab VALUE {'p': 'a', 's': 1}",
            "INSERT INTO nope VALUE {'p': 'a', 's': 1}",
            "INSERT INTO tab VALUE {'p': 'a', 's': 4}");
        var read = await BatchAsync(engine, "SELECT s FROM tab WHERE p = 'a' AND s = 4", "SELECT * FROM tab WHERE p = 'a'");

        Assert.Equal(
            ["ConditionalCheckFailed", "DuplicateItem", "ResourceNotFound", null],
            responses.Select(static response => Code(response)));
        Assert.Equal("""{"Item":{"s":{"N":"4"}},"TableName":"tab"}""", read[0].GetRawText());
        Assert.Equal("ValidationError", Code(read[1]));
    }

    [Fact]
    public async Task Batch_ReadsAndWrites_AreRefused()
    {
        using var engine = await FilledAsync();

        var (type, _) = await engine.FailAsync(
            "BatchExecuteStatement", Batch("SELECT * FROM tab WHERE p = 'a' AND s = 4", "INSERT INTO tab VALUE {'p': 'a', 's': 4}"));

        Assert.Equal("ValidationException", type);
    }

    [Fact]
    public async Task Transaction_OneStatementFails_NothingIsWritten()
    {
        using var engine = await FilledAsync();

        var (_, body) = await engine.CallAsync("ExecuteTransaction", Transaction(
            "INSERT INTO tab VALUE {'p': 'a', 's': 4}",
            "INSERT INTO tab VALUE {'p': 'a', 's': 1}",
            "UPDATE tab SET name = 'x' WHERE p = 'a' AND s = 9"));

        var reasons = body.GetProperty("CancellationReasons").EnumerateArray();
        var codes = reasons.Select(static reason => reason.GetProperty("Code").GetString());
        Assert.Equal(["None", "DuplicateItem", "ConditionalCheckFailed"], codes);
        Assert.Equal(3, (await ExecuteAsync(engine, "SELECT * FROM tab")).GetProperty("Items").GetArrayLength());
    }

    [Fact]
    public async Task Transaction_WritesAndReads_AreDoneOnceForAToken()
    {
        using var engine = await FilledAsync();
        var request = Transaction("UPDATE tab SET count = count + 1 WHERE p = 'a' AND s = 1", "INSERT INTO tab VALUE {'p': 'a', 's': 4}");

        await engine.OkAsync("ExecuteTransaction", request);
        await engine.OkAsync("ExecuteTransaction", request);
        var read = await engine.OkAsync("ExecuteTransaction", Transaction(
            "SELECT count FROM tab WHERE p = 'a' AND s = 1", "SELECT * FROM tab WHERE p = 'a' AND s = 9"));

        Assert.Equal("""[{"Item":{"count":{"N":"6"}}},{}]""", read.GetProperty("Responses").GetRawText());
    }

    private static async Task<LocalDynamo> FilledAsync()
    {
        var engine = await Engine.WithTableAsync("N");
        await ExecuteAsync(engine, """
            INSERT INTO tab
            VALUE {'p': 'a', 's': 1, 'name': 'one', 'count': 5, 'l': [1], 'tags': <<'a', 'b'>>, 'm': {'k': ['z', {'x': -1.5}]}}
            """);
        await ExecuteAsync(engine, "INSERT INTO tab VALUE {'p': 'a', 's': 2, 'name': 'two', 'only': null}");
        await ExecuteAsync(engine, "INSERT INTO tab VALUE {'p': 'a', 's': 3, 'name': 'three'}");
        return engine;
    }

    private static Task<JsonElement> ExecuteAsync(LocalDynamo engine, string statement, string? parameter = null)
    {
        var parameters = parameter is null ? "" : $",\"Parameters\":[{parameter}]";
        return engine.OkAsync("ExecuteStatement", $$"""{"Statement":{{JsonSerializer.Serialize(statement)}}{{parameters}}}""");
    }

    private static async Task<List<JsonElement>> BatchAsync(LocalDynamo engine, params string[] statements) =>
        [.. (await engine.OkAsync("BatchExecuteStatement", Batch(statements))).GetProperty("Responses").EnumerateArray()];

    private static string Batch(params string[] statements) =>
        JsonSerializer.Serialize(new { Statements = statements.Select(static statement => new { Statement = statement }) });

    private static string Transaction(params string[] statements) => JsonSerializer.Serialize(new
    {
        ClientRequestToken = statements[0].StartsWith("SELECT", StringComparison.Ordinal) ? "read" : "write",
        TransactStatements = statements.Select(static statement => new { Statement = statement }),
    });

    private static IEnumerable<string?> Numbers(JsonElement page) =>
        page.GetProperty("Items").EnumerateArray().Select(static item => item.GetProperty("s").GetProperty("N").GetString());

    private static string? Code(JsonElement response) =>
        response.TryGetProperty("Error", out var error) ? error.GetProperty("Code").GetString() : null;
}
