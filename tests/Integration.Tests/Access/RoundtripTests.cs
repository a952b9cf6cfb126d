using System.Reflection;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.ItemKit;
using DynamoToolkit.Local;
using DynamoToolkit.Schema;

namespace DynamoToolkit.Integration.Tests.Access;

public sealed class RoundtripTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    // A view is not put, writes set tokens, times and shards themselves, a batch can't reserve unique values or index texts, and what
    // DynamoDBContext also reads and writes loses digits of a second by design. Their own tests compare them.
    public static TheoryData<Type> Types =>
        [.. ItemRoundtrip.TypesOf(typeof(RoundtripTests).Assembly).Where(static type =>
            !type.IsDefined(typeof(ViewOfAttribute), false) && !type.IsDefined(typeof(DynamoCompatibleAttribute), false)
            && !type.GetInterfaces().Any(one => one.Name is "ITrackedItem`1" or "IRetainedItem`1" or "IVersionedItem`1")
            && !type.GetProperties().Any(IsSetByWrites)
            && !type.GetConstructors().SelectMany(static constructor => constructor.GetParameters()).Any(IsSetByWrites))];

    [Theory]
    [MemberData(nameof(Types))]
    public void RandomItems_WrittenAndRead_AreTheSame(Type type) => ItemRoundtrip.Check(type, static () => LocalDynamo.InMemory());

    private static bool IsSetByWrites(ICustomAttributeProvider member) =>
        member.IsDefined(typeof(ConcurrencyTokenAttribute), false) || member.IsDefined(typeof(CreatedAtAttribute), false)
        || member.IsDefined(typeof(UpdatedAtAttribute), false) || member.IsDefined(typeof(WriteShardAttribute), false)
        || member.IsDefined(typeof(ShardedCounterAttribute), false);

    [Fact]
    public async Task SortKeys_OfRandomItems_SortAsTheirValues()
    {
        using var db = new DynamoClient(LocalDynamo.InMemory());
        await db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Everything>()), Ct);
        var table = db.Table<Everything>();
        var id = Guid.NewGuid();
        var items = Any.One(AnyItem.Many<Everything>(500))
            .Select(e => new Everything { Id = id, Kind = RunStatus.Running, Number = e.Number, When = e.When }).ToList();
        (await db.BatchWriteAsync(items.DistinctBy(e => (e.Number, e.When)).Select(table.Put), Ct)).ThrowIfIncomplete();
        var sorted = items.Select(e => (e.Number, e.When)).Distinct().Order().ToList();
        Assert.Equal(sorted, (await table.Query(Everything.Partition(id)).ToListAsync(Ct)).Select(e => (e.Number, e.When)));
    }
}
