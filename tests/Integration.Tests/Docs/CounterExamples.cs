using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Local;
using DynamoToolkit.Schema;

namespace DynamoToolkit.Integration.Tests.Docs;

/// <summary>The examples of <c>docs/patterns/counters.md</c> run; a test compares them with the page.</summary>
public sealed class CounterExamples
{
    private readonly CancellationToken ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Counter_Counts()
    {
        using var db = new DynamoClient(LocalDynamo.InMemory());
        await db.EnsureTableAsync(TableDefinition.For(TableModel.Of<WebPage>()), ct);
        var pages = db.Table<WebPage>();
        var page = new WebPage { Url = "/docs" };

        // example: counter
        var views = pages.Counter(WebPage.Key("/docs"), WebPage.Counters.Views);
        await views.AddAsync(1, ct);
        var value = await views.GetAsync(cancellationToken: ct);                        // 1
        // end
        Assert.Equal(1, value);

        // example: load
        await pages.LoadCountersAsync(page, cancellationToken: ct);                     // page.Views is 1
        // end
        Assert.Equal(1, page.Views);

        // example: once
        await views.AddOnceAsync(1, "visit-7b1c", ct);
        await views.AddOnceAsync(1, "visit-7b1c", ct);                                  // the same add: still 2
        // end
        Assert.Equal(2, await views.GetAsync(consistentRead: true, ct));

        // example: transaction
        await db.TransactWriteAsync([pages.Put(page).IfNotExists(), views.Add(10)], ct);
        await views.Add(-2).ExecuteAsync(ct);
        await views.DeleteAsync(ct);                                                    // the counter begins at 0 again
        // end
        Assert.Equal(0, await views.GetAsync(cancellationToken: ct));
    }
}
