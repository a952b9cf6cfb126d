using DynamoToolkit.Local;
using DynamoToolkit.Schema;

namespace DynamoToolkit.Analyzers.Tests.Layouts;

/// <summary>Random layouts of one table: whatever its neighbours are, a read returns the items of its type and no others.</summary>
public sealed class LayoutTests
{
    private const int Layouts = 500;
    private const int Writes = 20;

    [Fact]
    public async Task Layouts_WithRandomItems_ReadAsTheNaiveModelDoes()
    {
        for (var number = 1; number <= Layouts; number++)
        {
            var random = LayoutRandom.Of(number);
            var layout = Choose(random);
            try
            {
                await CheckAsync(layout, random);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Assert.Fail($"{LayoutRandom.Describe}, layout {number}: {string.Join(", ", layout)}\n{failure}");
            }
        }
    }

    private static async Task CheckAsync(IReadOnlyList<ItemCase> layout, Random random)
    {
        var clock = new FixedClock();
        using var client = new DynamoClient(
            LocalDynamo.InMemory(new LocalDynamoOptions { TimeProvider = clock, ExpiryInterval = Timeout.InfiniteTimeSpan }),
            new DynamoClientOptions { TimeProvider = clock });
        var definition = TableDefinition.For([.. layout.Select(static type => type.Model)]);
        await client.EnsureTableAsync(definition, TestContext.Current.CancellationToken);
        var table = new LayoutTable();
        var writes = new LayoutWrites(client, layout, table, random);
        var reads = new LayoutReads(client, layout, table, random);
        for (var write = 1; write <= Writes; write++)
        {
            await writes.StepAsync();
            if (write == Writes / 2)
                await reads.CheckAsync(random.GetItems([.. layout], 1)[0]);
        }

        foreach (var read in layout)
            await reads.CheckAsync(read);
    }

    /// <summary>Up to three units that can share a table.</summary>
    private static List<ItemCase> Choose(Random random)
    {
        var units = LayoutPool.Instance.Units.ToArray();
        random.Shuffle(units);
        List<ItemCase> chosen = [];
        var count = 0;
        foreach (var unit in units)
        {
            if (count == 3 || !LayoutPool.Instance.CanJoin(chosen, unit))
                continue;

            chosen.AddRange(unit);
            count++;
        }

        return chosen;
    }
}
