using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Runtime.Tests.Tables.Support;
using DynamoToolkit.Schema;
using DynamoToolkit.Transport;

namespace DynamoToolkit.Runtime.Tests.Schema;

public sealed class EnsureTableTests
{
    private const string Keys = """
        "KeySchema":[{"AttributeName":"pk","KeyType":"HASH"},{"AttributeName":"sk","KeyType":"RANGE"}]
        """;

    private const string Attributes = """
        "AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"},{"AttributeName":"sk","AttributeType":"S"},
        {"AttributeName":"n","AttributeType":"N"}]
        """;

    private const string Active = $$$"""{"Table":{"TableStatus":"ACTIVE",{{{Attributes}}},{{{Keys}}}}}""";
    private const string WithIndex =
        $$$"""{"Table":{"TableStatus":"ACTIVE",{{{Attributes}}},{{{Keys}}},"GlobalSecondaryIndexes":""" +
        $$$"""[{"IndexName":"byN","IndexStatus":"ACTIVE","KeySchema":[{"AttributeName":"n","KeyType":"HASH"}]""" +
        $$$""","Projection":{"ProjectionType":"INCLUDE","NonKeyAttributes":["x"]}}]}}""";

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly Db db = new();

    [Fact]
    public async Task Table_ThatIsNotThere_IsCreatedAndWaitedFor()
    {
        db.Transport
            .Fail(new ResourceNotFoundException("no"))
            .Answer("{}")
            .Answer("""{"Table":{"TableStatus":"CREATING"}}""")
            .Answer(WithIndex)
            .Answer("""{"TimeToLiveDescription":{"TimeToLiveStatus":"DISABLED"}}""");
        await EnsureAsync(IndexOf(IndexProjection.Include, "x"), "expiresAt");
        Assert.Equal(
            [
                DynamoOperation.DescribeTable,
                DynamoOperation.CreateTable,
                DynamoOperation.DescribeTable,
                DynamoOperation.DescribeTable,
                DynamoOperation.DescribeTimeToLive,
                DynamoOperation.UpdateTimeToLive,
            ],
            Operations());
        Assert.Equal(
            """{"TableName":"shop","BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"},""" +
            """{"AttributeName":"n","AttributeType":"N"},{"AttributeName":"sk","AttributeType":"S"}]""" +
            ""","KeySchema":[{"AttributeName":"pk","KeyType":"HASH"},{"AttributeName":"sk","KeyType":"RANGE"}]""" +
            ""","GlobalSecondaryIndexes":[{"IndexName":"byN","KeySchema":[{"AttributeName":"n","KeyType":"HASH"}]""" +
            ""","Projection":{"ProjectionType":"INCLUDE","NonKeyAttributes":["x"]}}]}""",
            db.Transport.Requests[1].Body);
        Assert.Equal(
            """{"TableName":"shop","TimeToLiveSpecification":{"Enabled":true,"AttributeName":"expiresAt"}}""",
            db.Transport.Requests[5].Body);
        Assert.NotEmpty(db.Clock.Waits);
    }

    [Fact]
    public async Task Table_ThatSomebodyElseCreates_IsWaitedFor()
    {
        db.Transport.Fail(new ResourceNotFoundException("no")).Fail(new ResourceInUseException("busy"))
            .Answer("""{"Table":{"TableStatus":"CREATING"}}""").Answer(Active);
        await EnsureAsync();
        Assert.Equal(4, db.Transport.Requests.Count);
    }

    [Fact]
    public async Task Table_ThatIsThereAsDeclared_IsLeftAlone()
    {
        db.Transport.Answer(WithIndex).Answer(WithIndex).Answer(
            """{"TimeToLiveDescription":{"TimeToLiveStatus":"ENABLED","AttributeName":"expiresAt"}}""");
        await EnsureAsync(IndexOf(IndexProjection.KeysOnly), "expiresAt");
        Assert.DoesNotContain(
            Operations(),
            operation => operation is DynamoOperation.CreateTable or DynamoOperation.UpdateTable or DynamoOperation.UpdateTimeToLive);
    }

    [Fact]
    public async Task Table_WithOtherKeys_IsRefusedWithBoth()
    {
        db.Transport.Answer(Active).Answer(Active);
        var other = TableDefinition.For(new TableModel("shop", typeof(int)) { Partition = new KeyModel("id", KeyType.Number) });
        var error = await Assert.ThrowsAsync<SchemaMismatchException>(() => db.Client.EnsureTableAsync(other, Ct));
        Assert.Contains("pk (String)", error.Message);
        Assert.Contains("id (Number)", error.Message);
        Assert.Equal("shop", error.TableName);
    }

    [Fact]
    public async Task Index_ThatIsMissing_IsCreated()
    {
        db.Transport.Answer(Active).Answer(Active).Answer("{}")
            .Answer(WithIndex.Replace("\"IndexStatus\":\"ACTIVE\"", "\"IndexStatus\":\"CREATING\""))
            .Answer(WithIndex);
        await EnsureAsync(IndexOf(IndexProjection.Include, "x"));
        Assert.Equal(DynamoOperation.UpdateTable, db.Transport.Requests[2].Operation);
        Assert.Equal(
            """{"TableName":"shop","AttributeDefinitions":[{"AttributeName":"n","AttributeType":"N"},""" +
            """{"AttributeName":"pk","AttributeType":"S"},{"AttributeName":"sk","AttributeType":"S"}]""" +
            ""","GlobalSecondaryIndexUpdates":[{"Create":{"IndexName":"byN","KeySchema":[{"AttributeName":"n","KeyType":"HASH"}]""" +
            ""","Projection":{"ProjectionType":"INCLUDE","NonKeyAttributes":["x"]}}}]}""",
            db.Transport.Requests[2].Body);
    }

    [Fact]
    public async Task Index_ThatDiffers_IsRefused()
    {
        db.Transport.Answer(WithIndex).Answer(WithIndex);
        var error = await Assert.ThrowsAsync<SchemaMismatchException>(() => EnsureAsync(IndexOf(IndexProjection.All)));
        Assert.Contains("the keys and x", error.Message);
    }

    [Fact]
    public async Task LocalIndex_ThatIsMissing_IsRefused()
    {
        db.Transport.Answer(Active).Answer(Active);
        var index = new IndexModel("byM")
        {
            Kind = IndexKind.Local,
            Partition = [new KeyModel("pk", KeyType.String)],
            Sort = [new KeyModel("m", KeyType.String)],
        };
        await Assert.ThrowsAsync<SchemaMismatchException>(() => EnsureAsync(index));
    }

    [Fact]
    public async Task TimeToLive_OnAnotherAttribute_IsRefused()
    {
        db.Transport.Answer(Active).Answer(Active).Answer(
            """{"TimeToLiveDescription":{"TimeToLiveStatus":"ENABLED","AttributeName":"other"}}""");
        Assert.Contains("'other'", (await Assert.ThrowsAsync<SchemaMismatchException>(() => EnsureAsync(timeToLive: "expiresAt"))).Message);
    }

    [Fact]
    public async Task TimeToLive_TurnedOnBySomebodyElse_IsTaken()
    {
        db.Transport.Answer(Active).Answer(Active)
            .Answer("""{"TimeToLiveDescription":{"TimeToLiveStatus":"DISABLED"}}""")
            .Fail(new AmazonDynamoDBException("TimeToLive is already enabled"))
            .Answer("""{"TimeToLiveDescription":{"TimeToLiveStatus":"ENABLING","AttributeName":"expiresAt"}}""");
        await EnsureAsync(timeToLive: "expiresAt");
    }

    [Fact]
    public async Task Delete_WaitsUntilTheTableIsGone()
    {
        db.Transport.Answer("{}").Answer("""{"Table":{"TableStatus":"DELETING"}}""").Fail(new ResourceNotFoundException("no"));
        Assert.True(await db.Client.DeleteTableAsync(Definition(), Ct));
        db.Transport.Fail(new ResourceNotFoundException("no"));
        Assert.False(await db.Client.DeleteTableAsync(Definition(), Ct));
    }

    [Fact]
    public async Task List_FollowsThePages()
    {
        db.Transport.Answer("""{"TableNames":["a","b"],"LastEvaluatedTableName":"b"}""").Answer("""{"TableNames":["c"]}""");
        List<string> names = [];
        await foreach (var name in db.Client.ListTablesAsync(Ct))
            names.Add(name);
        Assert.Equal(["a", "b", "c"], names);
        Assert.Equal("""{"ExclusiveStartTableName":"b"}""", db.Transport.Requests[1].Body);
    }

    private Task EnsureAsync(IndexModel? index = null, string? timeToLive = null)
        => db.Client.EnsureTableAsync(Definition(index, timeToLive), Ct);

    private IEnumerable<DynamoOperation> Operations() => db.Transport.Requests.Select(request => request.Operation);

    private static TableDefinition Definition(IndexModel? index = null, string? timeToLive = null)
        => TableDefinition.For(new TableModel("shop", typeof(string))
        {
            Partition = new KeyModel("pk", KeyType.String),
            Sort = new KeyModel("sk", KeyType.String),
            Indexes = index is null ? [] : [index],
            TimeToLiveAttribute = timeToLive,
        });

    private static IndexModel IndexOf(IndexProjection projection, params string[] included) =>
        new("byN") { Partition = [new KeyModel("n", KeyType.Number)], Projection = projection, IncludedAttributes = included };
}
