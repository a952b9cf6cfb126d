using System.Net;
using System.Text;
using System.Text.Json;
using DynamoToolkit.Local.Tests.Kit;

namespace DynamoToolkit.Local.Tests.Pages;

/// <summary>The pages at the port.</summary>
public sealed class PageTests
{
    /// <summary>Text that breaks out of every place where a page that does not encode it would put it.</summary>
    internal const string Hostile =
        "</pre></title><script>document.title='run'</script><img src=x onerror=alert(1)>\"'&amp;/?#%2F\n🦊\u0000";

    [Fact]
    public async Task Home_ShowsTablesIndexesStreamsAndBackups()
    {
        await using var pages = await PageKit.StartAsync();
        await CreateAsync(pages.Engine);
        await pages.Engine.OkAsync("CreateBackup", """{"TableName":"tab","BackupName":"before-the-sale"}""");

        var page = await pages.GetAsync("/");

        Assert.Equal(["/tables/tab"], PageKit.Links(page, "/tables/"));
        Assert.Single(PageKit.Links(page, "/stream?arn="));
        Assert.Contains("byG", page, StringComparison.Ordinal);
        Assert.Contains("before-the-sale", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_OfAClientThatWantsNoHtml_IsTheHealth()
    {
        await using var pages = await PageKit.StartAsync();
        using var http = new HttpClient { BaseAddress = pages.Endpoint };

        Assert.StartsWith("healthy", await http.GetStringAsync("/", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Items_OfEveryTypeAndWithHostileText_AreShownAsTheyAre()
    {
        await using var pages = await PageKit.StartAsync();
        await CreateAsync(pages.Engine);
        var text = JsonSerializer.Serialize(Hostile);
        var huge = new string('<', 390_000);
        await pages.Engine.OkAsync("PutItem", $$"""
            {"TableName":"tab","Item":{"p":{"S":{{text}} },"s":{"N":"-1.5"},"g":{"S":"g"},{{text}}:{"S":{{text}} },"empty":{"S":""},
             "b":{"B":"AAH/"},"noBytes":{"B":""},"t":{"BOOL":true},"u":{"NULL":true},"ss":{"SS":["a",{{text}}]},"ns":{"NS":["1","2"]},
             "bs":{"BS":["AA=="]},"l":{"L":[{"S":{{text}} },{"L":[]}]},"m":{"M":{"k":{"M":{} } } } } }
            """);
        await pages.Engine.OkAsync("PutItem", $$"""
            {"TableName":"tab","Item":{"p":{"S":"huge"},"s":{"N":"0"},"v":{"S":"{{huge}}"} } }
            """);

        var table = await pages.GetAsync("/tables/tab");
        var items = PageKit.Links(table, "/item?");
        Assert.Equal(2, items.Count);
        Assert.Contains(Assert.Single(PageKit.Links(await pages.GetAsync("/tables/tab?index=byG"), "/item?")), items);
        var shown = new List<string>();
        foreach (var item in items)
            shown.AddRange(PageKit.Values(await pages.GetAsync(item)));

        Assert.Equal(2, shown.Count(static value => value == Hostile));
        Assert.Contains(huge, shown);
        Assert.Contains("(empty string)", shown);
        Assert.Contains("(empty binary)", shown);
        Assert.Contains("AAH/", shown);
        Assert.Contains("null", shown);
        Assert.Contains("true", shown);
        Assert.DoesNotContain("<script", table, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", table, StringComparison.Ordinal);
        var keys = new List<string?>();
        foreach (var item in items)
        {
            var json = await pages.GetAsync(item.Replace("/item?", "/item.json?", StringComparison.Ordinal));
            keys.Add(JsonDocument.Parse(json).RootElement.GetProperty("p").GetProperty("S").GetString());
        }

        Assert.Equal(new HashSet<string?> { Hostile, "huge" }, keys.ToHashSet());
    }

    [Theory]
    [InlineData("/tables/tab", 130)]
    [InlineData("/tables/tab?index=byG", 130)]
    [InlineData("/tables/tab?key=a%2Fb%26c", 65)]
    public async Task Items_PageByPage_AreShownOnce(string path, int count)
    {
        await using var pages = await PageKit.StartAsync(new LocalDynamoOptions { Heat = new HeatOptions() });
        await CreateAsync(pages.Engine);
        for (var i = 0; i < 130; i++)
        {
            await pages.Engine.OkAsync("PutItem", $$"""
                {"TableName":"tab","Item":{"p":{"S":"{{(i % 2 == 0 ? "a/b&c" : "other")}}"},"s":{"N":"{{i}}"},"g":{"S":"g"} } }
                """);
        }

        var reads = pages.Engine.Heat.Resources.Sum(static resource => resource.ReadUnits);
        var seen = new List<string>();
        for (string? next = path; next is not null;)
        {
            var page = await pages.GetAsync(next);
            seen.AddRange(PageKit.Links(page, "/item?"));
            next = PageKit.Next(page);
        }

        Assert.Equal(count, seen.Count);
        Assert.Equal(count, seen.Distinct().Count());
        Assert.Equal(reads, pages.Engine.Heat.Resources.Sum(static resource => resource.ReadUnits));
    }

    [Fact]
    public async Task Stream_ShowsItsRecordsPageByPage()
    {
        await using var pages = await PageKit.StartAsync();
        await CreateAsync(pages.Engine);
        for (var i = 0; i < 70; i++)
            await pages.Engine.OkAsync("PutItem", $$"""{"TableName":"tab","Item":{"p":{"S":"key-{{i}}-"},"s":{"N":"1"} } }""");

        var first = await pages.GetAsync(PageKit.Links(await pages.GetAsync("/"), "/stream?arn=").Single());
        var second = await pages.GetAsync(PageKit.Next(first)!);

        Assert.Contains("key-49-", first, StringComparison.Ordinal);
        Assert.DoesNotContain("key-50-", first, StringComparison.Ordinal);
        Assert.Contains("key-50-", second, StringComparison.Ordinal);
        Assert.Contains("key-69-", second, StringComparison.Ordinal);
        Assert.Null(PageKit.Next(second));
    }

    [Fact]
    public async Task Stream_OfLongRecords_ShowsAll()
    {
        await using var pages = await PageKit.StartAsync();
        await CreateAsync(pages.Engine);
        var text = new string('x', 390_000);
        for (var i = 0; i < 5; i++)
        {
            await pages.Engine.OkAsync("PutItem", $$"""
                {"TableName":"tab","Item":{"p":{"S":"key-{{i}}-"},"s":{"N":"1"},"v":{"S":"{{text}}"} } }
                """);
        }

        var shown = "";
        for (var next = PageKit.Links(await pages.GetAsync("/"), "/stream?arn=").Single(); next is not null;)
        {
            var page = await pages.GetAsync(next);
            shown += page;
            next = PageKit.Next(page);
        }

        Assert.All(Enumerable.Range(0, 5), i => Assert.Contains($"key-{i}-", shown, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Home_WhileTablesAreDeleted_ShowsTheOthers()
    {
        await using var pages = await PageKit.StartAsync();

        // The table that comes and goes is the last of the second hundred, so it is described long after it was listed.
        for (var i = 0; i < 199; i++)
            await pages.Engine.CreateTableAsync(name: $"tab{i:D3}");
        using var end = new CancellationTokenSource();
        var changes = Task.Run(
            async () =>
            {
                while (!end.IsCancellationRequested)
                {
                    await pages.Engine.CreateTableAsync(name: "zzz");
                    await pages.Engine.OkAsync("DeleteTable", """{"TableName":"zzz"}""");
                }
            },
            TestContext.Current.CancellationToken);

        for (var i = 0; i < 30; i++)
            Assert.InRange(PageKit.Links(await pages.GetAsync("/"), "/tables/").Count, 199, 200);

        await end.CancelAsync();
        await changes;
    }

    [Fact]
    public async Task Heat_ShowsTheHottestKey_OrHowToMeasureIt()
    {
        await using var measured = await PageKit.StartAsync(new LocalDynamoOptions { Heat = new HeatOptions() });
        await CreateAsync(measured.Engine);
        await measured.Engine.OkAsync("PutItem", """{"TableName":"tab","Item":{"p":{"S":"tenant<1>"},"s":{"N":"1"}}}""");
        await using var other = await PageKit.StartAsync();

        Assert.Contains("tenant&lt;1&gt;", await measured.GetAsync("/heat"), StringComparison.Ordinal);
        Assert.Contains("--heat", await other.GetAsync("/heat"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/heat")]
    [InlineData("/pages.css")]
    [InlineData("/tables/tab")]
    [InlineData("/tables/none")]
    [InlineData("/tables/tab/item?key=e30")]
    public async Task EveryPage_AllowsNoScriptAndNoFrame(string path)
    {
        await using var pages = await PageKit.StartAsync();
        await CreateAsync(pages.Engine);
        using var response = await pages.GetResponseAsync(path);

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("/tables/none", HttpStatusCode.NotFound)]
    [InlineData("/tables/tab?index=none", HttpStatusCode.NotFound)]
    [InlineData("/tables/tab?start=%3C", HttpStatusCode.BadRequest)]
    [InlineData("/tables/tab?start=e30", HttpStatusCode.BadRequest)]
    [InlineData("/tables/tab/item?key=", HttpStatusCode.BadRequest)]
    [InlineData("/tables/tab/item?key=bnVsbA", HttpStatusCode.BadRequest)]
    [InlineData("/tables/tab/item?key=eyJwIjp7IlMiOiJ4In0sInMiOnsiTiI6IjEifX0", HttpStatusCode.NotFound)]
    [InlineData("/stream", HttpStatusCode.BadRequest)]
    [InlineData("/stream?arn=arn:aws:dynamodb:us-east-1:111122223333:table/tab/stream/2020-01-01T00:00:00.000", HttpStatusCode.NotFound)]
    [InlineData("/nothing", HttpStatusCode.NotFound)]
    public async Task DamagedLinks_GetAnError(string path, HttpStatusCode status)
    {
        await using var pages = await PageKit.StartAsync();
        await CreateAsync(pages.Engine);

        await pages.GetAsync(path, status);
    }

    [Fact]
    public async Task Pages_AreOnlyForAllowedHosts()
    {
        await using var pages = await PageKit.StartAsync();
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, pages.Endpoint);
        request.Headers.Host = "evil.example";
        request.Headers.Accept.ParseAdd("text/html");
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData("PutItem")]
    [InlineData("DeleteTable")]
    [InlineData("ExecuteStatement")]
    [InlineData("UpdateTimeToLive")]
    public void View_OfAWrite_IsRefused(string operation)
    {
        using var engine = LocalDynamo.InMemory();

        Assert.Throws<InvalidOperationException>(() => engine.View(operation, Encoding.UTF8.GetBytes("{}")));
    }

    /// <summary>Creates the table <c>tab</c> with an index and a stream.</summary>
    internal static Task CreateAsync(LocalDynamo engine) => engine.OkAsync("CreateTable", """
        {"TableName":"tab","BillingMode":"PAY_PER_REQUEST",
         "AttributeDefinitions":[{"AttributeName":"p","AttributeType":"S"},{"AttributeName":"s","AttributeType":"N"},
          {"AttributeName":"g","AttributeType":"S"}],
         "KeySchema":[{"AttributeName":"p","KeyType":"HASH"},{"AttributeName":"s","KeyType":"RANGE"}],
         "GlobalSecondaryIndexes":[{"IndexName":"byG","KeySchema":[{"AttributeName":"g","KeyType":"HASH"}],
          "Projection":{"ProjectionType":"KEYS_ONLY"}}],
         "StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_AND_OLD_IMAGES"} }
        """);
}
