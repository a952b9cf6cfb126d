using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Integration.Tests.Model;

namespace DynamoToolkit.Integration.Tests.Docs.Testing;

// example: test
public sealed class RunTests(Database database) : IClassFixture<Database>
{
    private readonly CancellationToken ct = TestContext.Current.CancellationToken;
    private readonly DynamoTable<Run> runs = database.Client.Table<Run>();
    private readonly string id = Guid.NewGuid().ToString("N");          // keys of this test's own

    [Fact]
    public async Task Put_OfAnIdThatIsTaken_IsRefused()
    {
        var run = new Run { RunId = id, ExperimentId = "7" };
        await runs.PutAsync(run, ct);

        var again = runs.Put(run).If(r => r.RunId.NotExists());
        await Assert.ThrowsAsync<ConditionalCheckFailedException>(async () => await again.ExecuteAsync(ct));
    }
}
// end
