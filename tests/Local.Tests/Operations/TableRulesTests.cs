using System.Text.Json;
using DynamoToolkit.Local.Tests.Kit;

namespace DynamoToolkit.Local.Tests.Operations;

/// <summary>What the service refuses when tables and indexes are created and changed, and in which words.</summary>
public sealed class TableRulesTests
{
    private const string Invalid = "One or more parameter values were invalid: ";

    [Fact]
    public async Task Create_ProjectedAttributeTwice_IsRefused()
    {
        using var engine = LocalDynamo.InMemory();

        var (type, message) = await engine.FailAsync("CreateTable", WithIndex("""{"ProjectionType":"INCLUDE","NonKeyAttributes":["a","b","a"]}"""));

        Assert.Equal("ValidationException", type);
        Assert.Equal(Invalid + "Duplicate element in NonKeyAttributes: a", message);
    }

    [Fact]
    public async Task Create_ProjectedKeyAttribute_IsAccepted()
    {
        using var engine = LocalDynamo.InMemory();

        var created = await engine.OkAsync("CreateTable", WithIndex("""{"ProjectionType":"INCLUDE","NonKeyAttributes":["g","p","a"]}"""));

        var index = Assert.Single(created.GetProperty("TableDescription").GetProperty("GlobalSecondaryIndexes").EnumerateArray());
        Assert.Equal(["g", "p", "a"], Texts(index.GetProperty("Projection").GetProperty("NonKeyAttributes")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a256")]
    public async Task Create_ProjectedAttributeOfAWrongLength_IsRefused(string name)
    {
        using var engine = LocalDynamo.InMemory();
        name = name.Length == 0 ? name : new string('a', 256);

        var (_, message) = await engine.FailAsync(
            "CreateTable", WithIndex($$"""{"ProjectionType":"INCLUDE","NonKeyAttributes":["{{name}}"]}"""));

        Assert.Equal(
            $"1 validation error detected: Value '[{name}]' at 'globalSecondaryIndexes.1.member.projection.nonKeyAttributes' failed to satisfy "
            + "constraint: Member must satisfy constraint: [Member must have length less than or equal to 255, "
            + "Member must have length greater than or equal to 1]",
            message);
    }

    [Fact]
    public async Task Delete_DescribesNeitherKeysNorIndexes()
    {
        using var engine = LocalDynamo.InMemory();
        await engine.OkAsync("CreateTable", WithIndex("""{"ProjectionType":"ALL"}"""));

        var deleted = (await engine.OkAsync("DeleteTable", """{"TableName":"tab"}""")).GetProperty("TableDescription");

        Assert.Equal(
            [
                "BillingModeSummary", "DeletionProtectionEnabled", "ItemCount", "ProvisionedThroughput", "TableArn", "TableId", "TableName",
                "TableSizeBytes", "TableStatus",
            ],
            deleted.EnumerateObject().Select(static property => property.Name).Order());
        Assert.Equal("DELETING", deleted.GetProperty("TableStatus").GetString());
    }

    [Theory]
    [InlineData("", Nothing)]
    [InlineData(""" "AttributeDefinitions":[{"AttributeName":"p","AttributeType":"S"}] """, Nothing)]
    [InlineData(""" "GlobalSecondaryIndexUpdates":[] """, Invalid + "List of GlobalSecondaryIndexUpdates is empty")]
    [InlineData(""" "SSESpecification":{} """, Invalid + "Table is already encrypted by default")]
    [InlineData(""" "StreamSpecification":{"StreamEnabled":false} """, "Table has no stream to disable: TableName: tab")]
    [InlineData(
        """ "BillingMode":"PROVISIONED" """,
        Invalid + "ProvisionedThroughput must be specified when BillingMode is PROVISIONED")]
    [InlineData(
        """ "ProvisionedThroughput":{"ReadCapacityUnits":1,"WriteCapacityUnits":1} """,
        Invalid + "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST")]
    [InlineData(
        """ "TableClass":"STANDARD","DeletionProtectionEnabled":true """,
        Invalid + "TableClass modification must be the only operation in the request")]
    [InlineData(
        """ "BillingMode":"PAY_PER_REQUEST","DeletionProtectionEnabled":true """,
        Invalid + "DeletionProtection modification must be the only operation in the request")]
    [InlineData(
        """ "GlobalSecondaryIndexUpdates":[{}] """,
        Invalid + "One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create, GlobalSecondaryIndexUpdate.Delete must not be null")]
    [InlineData(
        """ "GlobalSecondaryIndexUpdates":[{"Delete":{"IndexName":"one"},"Update":{"IndexName":"one","ProvisionedThroughput":{"ReadCapacityUnits":1,"WriteCapacityUnits":1}}}] """,
        Invalid + "Only one global secondary index action is allowed per GlobalSecondaryIndexUpdate object")]
    [InlineData(
        """ "GlobalSecondaryIndexUpdates":[{"Delete":{"IndexName":"one"}},{"Delete":{"IndexName":"two"}}] """,
        "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table")]
    [InlineData(
        """ "GlobalSecondaryIndexUpdates":[{"Update":{"IndexName":"one","ProvisionedThroughput":{"ReadCapacityUnits":1,"WriteCapacityUnits":1}}}] """,
        Invalid + "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified for index: one when BillingMode is PAY_PER_REQUEST")]
    [InlineData(""" "GlobalSecondaryIndexUpdates":[{"Delete":{"IndexName":"nope"}}] """, "Requested resource not found")]
    [InlineData(
        """ "GlobalSecondaryIndexUpdates":[{"Create":{"IndexName":"two","KeySchema":[{"AttributeName":"g","KeyType":"HASH"}],"Projection":{"ProjectionType":"ALL"}}}] """,
        Invalid + "AttributeDefinitions is not specified for index: two")]
    [InlineData(
        """
        "AttributeDefinitions":[{"AttributeName":"g","AttributeType":"N"}],
        "GlobalSecondaryIndexUpdates":[{"Create":{"IndexName":"two","KeySchema":[{"AttributeName":"g","KeyType":"HASH"}],"Projection":{"ProjectionType":"ALL"}}}]
        """,
        Invalid + "Attributes cannot be redefined. Please check that your attribute has the same type as previously defined. "
        + "Existing schema: Schema:[SchemaElement: key{g:S:HASH}] New schema: Schema:[SchemaElement: key{g:N:HASH}]")]
    public async Task Update_NothingToDoOrNotAllowed_IsRefused(string change, string message)
    {
        using var engine = LocalDynamo.InMemory();
        await engine.OkAsync("CreateTable", WithIndex("""{"ProjectionType":"ALL"}"""));

        var (_, actual) = await engine.FailAsync("UpdateTable", $$"""{"TableName":"tab"{{(change.Length > 0 ? "," : "")}}{{change}}}""");

        Assert.Equal(message, actual);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("x", true)]
    [InlineData("1024", true)]
    [InlineData("1025", false)]
    public async Task AddIndex_OldItemWhoseValueIsNoKey_IsLeftOut(string value, bool included)
    {
        using var engine = await Engine.WithTableAsync();
        value = int.TryParse(value, out var length) ? new string('a', length) : value;
        await engine.OkAsync("PutItem", $$"""{"TableName":"tab","Item":{"p":{"S":"text"},"g":{"S":"h"},"x":{"S":"{{value}}"} } }""");
        await engine.OkAsync("PutItem", """{"TableName":"tab","Item":{"p":{"S":"other type"},"g":{"S":"h"},"x":{"N":"1"}}}""");

        await engine.OkAsync("UpdateTable", """
            {"TableName":"tab","AttributeDefinitions":[{"AttributeName":"g","AttributeType":"S"},{"AttributeName":"x","AttributeType":"S"}],
             "GlobalSecondaryIndexUpdates":[{"Create":{"IndexName":"byX","Projection":{"ProjectionType":"ALL"},
              "KeySchema":[{"AttributeName":"g","KeyType":"HASH"},{"AttributeName":"x","KeyType":"RANGE"}]}}]}
            """);

        var found = await engine.OkAsync("Scan", """{"TableName":"tab","IndexName":"byX"}""");
        Assert.Equal(included ? 1 : 0, found.GetProperty("Count").GetInt32());
        Assert.Equal(2, (await engine.OkAsync("Scan", """{"TableName":"tab"}""")).GetProperty("Count").GetInt32());
    }

    [Theory]
    [InlineData("""{"Key":"a!","Value":"b"}""", "The Tag Key provided is invalid, Key: a!")]
    [InlineData("""{"Key":"","Value":"b"}""", "The Tag Key provided is invalid, Key: ")]
    [InlineData("""{"Key":"a","Value":"b%"}""", "The Tag Value provided is invalid, Value: b%")]
    [InlineData("""{"Key":"a"}""", "The Tag Value provided is invalid, Value: null")]
    [InlineData("""{"Key":"aws:a","Value":"b"}""", "Tag Key cannot be prefixed with aws:, Key: aws:a")]
    [InlineData(
        """{"Key":"a","Value":"b"},{"Key":"a","Value":"c"}""",
        "Duplicate Tag Keys provided as input: Duplicate Tag Key found a")]
    public async Task Tag_Wrong_IsRefused(string tags, string message)
    {
        using var engine = await Engine.WithTableAsync();

        var (type, actual) = await engine.FailAsync("TagResource", $$"""{"ResourceArn":"{{await ArnAsync(engine)}}","Tags":[{{tags}}]}""");

        Assert.Equal("ValidationException", type);
        Assert.Equal(message, actual);
    }

    [Fact]
    public async Task Tag_LettersOfEveryScript_AreKept()
    {
        using var engine = await Engine.WithTableAsync();
        var arn = await ArnAsync(engine);

        await engine.OkAsync("TagResource", $$"""{"ResourceArn":"{{arn}}","Tags":[{"Key":"Größe @ א","Value":"a+b-c=d._:/"}]}""");

        var tag = Assert.Single((await engine.OkAsync("ListTagsOfResource", $$"""{"ResourceArn":"{{arn}}"}""")).GetProperty("Tags").EnumerateArray());
        Assert.Equal("Größe @ א", tag.GetProperty("Key").GetString());
    }

    [Fact]
    public async Task Tag_MoreThan50_AreRefused()
    {
        using var engine = await Engine.WithTableAsync();
        var arn = await ArnAsync(engine);
        string Request(int from, int count) =>
            $$"""{"ResourceArn":"{{arn}}","Tags":[{{string.Join(',', Enumerable.Range(from, count).Select(static i => $$"""{"Key":"{{i}}","Value":""}"""))}}]}""";
        await engine.OkAsync("TagResource", Request(0, 50));

        var (type, message) = await engine.FailAsync("TagResource", Request(50, 1));

        Assert.Equal("ValidationException", type);
        Assert.Equal("Number of Tags exceed the current limit for the provided ResourceArn", message);
    }

    [Theory]
    [InlineData("nonsense", "ValidationException")]
    [InlineData("arn:aws:s3:::bucket", "ValidationException")]
    [InlineData("{0}/index/one", "ValidationException")]
    [InlineData("{0}x", "ResourceNotFoundException")]
    [InlineData("arn:aws:dynamodb:us-east-1:123456789012:table/none", "AccessDeniedException")]
    public async Task Tag_OfAnotherResource_IsRefused(string arn, string type)
    {
        using var engine = await Engine.WithTableAsync();
        arn = string.Format(null, arn, await ArnAsync(engine));

        Assert.Equal(type, (await engine.FailAsync("ListTagsOfResource", $$"""{"ResourceArn":"{{arn}}"}""")).Type);
    }

    private const string Nothing =
        "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, GlobalSecondaryIndexUpdates, SSESpecification, "
        + "ReplicaUpdates, MultiAccountReplicaReady, ReplicaTransitRoleArn, MultiRegionConsistency, DeletionProtectionEnabled, "
        + "OnDemandThroughput, WarmThroughput or TableClass is required";

    private static string WithIndex(string projection) => $$"""
        {"TableName":"tab","BillingMode":"PAY_PER_REQUEST",
         "AttributeDefinitions":[{"AttributeName":"p","AttributeType":"S"},{"AttributeName":"g","AttributeType":"S"}],
         "KeySchema":[{"AttributeName":"p","KeyType":"HASH"}],
         "GlobalSecondaryIndexes":[{"IndexName":"one","KeySchema":[{"AttributeName":"g","KeyType":"HASH"}],"Projection":{{projection}} }]}
        """;

    private static async Task<string> ArnAsync(LocalDynamo engine) =>
        (await engine.OkAsync("DescribeTable", """{"TableName":"tab"}""")).GetProperty("Table").GetProperty("TableArn").GetString()!;

    private static IEnumerable<string?> Texts(JsonElement list) => list.EnumerateArray().Select(static element => element.GetString());
}
