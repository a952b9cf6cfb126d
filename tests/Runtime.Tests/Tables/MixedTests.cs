using DynamoToolkit.Runtime.Tests.Tables.Support;

namespace DynamoToolkit.Runtime.Tests.Tables;

public sealed class MixedTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly Db db = new();

    [Fact]
    public async Task Items_OfSeveralTypes_AreToldApartByTheirKeys()
    {
        db.Transport.Answer(
            """{"Items":[{"runId":{"S":"1"},"sk":{"S":"META"},"pk":{"S":"RUN#1"}},{"pk":{"S":"RUN#1"},"sk":{"S":"METRIC#a"}""" +
            ""","runId":{"S":"1"},"name":{"S":"a"},"value":{"N":"1"}},{"pk":{"S":"RUN#1"},"sk":{"S":"TAG#x"}}]}""");
        var items = await db.Runs.Query(Run.Partition("1")).As(new ItemKinds<object>().Add<Run>().Add<Metric>()).ToListAsync(Ct);
        Assert.Collection(items, item => Assert.IsType<Run>(item), item => Assert.Equal(new Metric("1", "a", 1), item));
        // META and METRIC# have MET in common.
        Assert.Contains("\"KeyConditionExpression\":\"#n0 = :v0 AND begins_with(#n1, :v1)\"", db.Sent);
        Assert.Contains("\":v1\":{\"S\":\"MET\"}", db.Sent);
        Assert.Contains("NOT (#n2 <= :v2)", db.Sent);
    }

    [Fact]
    public async Task FirstItem_OfSeveralTypes_SkipsOthers()
    {
        db.Transport.Answer("""{"Items":[{"pk":{"S":"RUN#1"},"sk":{"S":"A"}}],"LastEvaluatedKey":{"pk":{"S":"RUN#1"},"sk":{"S":"A"}}}""")
            .Answer("""{"Items":[{"runId":{"S":"1"},"sk":{"S":"META"},"pk":{"S":"RUN#1"}}]}""");
        Assert.IsType<Run>(await db.Runs.Query(Run.Partition("1")).As(new ItemKinds<object>().Add<Run>()).FirstOrDefaultAsync(Ct));
    }

    [Fact]
    public void Types_ThatCannotBeToldApart_AreRefused() =>
        Assert.Throws<ArgumentException>(() => new ItemKinds<object>().Add<Run>().Add<Run>());

    [Fact]
    public void Kinds_WithoutTypes_AreRefused() =>
        Assert.Throws<ArgumentException>(() => db.Runs.Query(Run.Partition("1")).As(new ItemKinds<object>()));
}
