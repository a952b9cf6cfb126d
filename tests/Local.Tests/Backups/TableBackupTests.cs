using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Local.Tests.Kit;
using Microsoft.Extensions.Time.Testing;

namespace DynamoToolkit.Local.Tests.Backups;

/// <summary>Backups of tables on demand, and tables restored from them.</summary>
public sealed class TableBackupTests
{
    private const string Create = """
        {"TableName":"tab","BillingMode":"PAY_PER_REQUEST","DeletionProtectionEnabled":true,"Tags":[{"Key":"k","Value":"v"}],
         "AttributeDefinitions":[{"AttributeName":"p","AttributeType":"S"},{"AttributeName":"s","AttributeType":"N"},
          {"AttributeName":"g","AttributeType":"S"},{"AttributeName":"l","AttributeType":"S"}],
         "KeySchema":[{"AttributeName":"p","KeyType":"HASH"},{"AttributeName":"s","KeyType":"RANGE"}],
         "LocalSecondaryIndexes":[{"IndexName":"byL","KeySchema":[{"AttributeName":"p","KeyType":"HASH"},
          {"AttributeName":"l","KeyType":"RANGE"}],"Projection":{"ProjectionType":"ALL"}}],
         "GlobalSecondaryIndexes":[{"IndexName":"byG","KeySchema":[{"AttributeName":"g","KeyType":"HASH"}],
          "Projection":{"ProjectionType":"INCLUDE","NonKeyAttributes":["x","y"]}}],
         "StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_IMAGE"} }
        """;

    private const string Missing = "arn:aws:dynamodb:us-east-1:111122223333:table/tab/backup/01234567890123-abcdef01";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DoorKind.InProcess)]
    [InlineData(DoorKind.Http)]
    public async Task Backup_RestoredAfterTheTableIsGone_HasTheItemsOfItsMoment(DoorKind kind)
    {
        await using var door = await Door.OpenAsync(kind);
        var client = door.Client;
        await FillAsync(door.Engine);

        var made = (await client.CreateBackupAsync(new() { TableName = "tab", BackupName = "first" }, Ct)).BackupDetails;
        await door.Engine.OkAsync("PutItem", Item(1, "changed"));
        await door.Engine.OkAsync("DeleteItem", """{"TableName":"tab","Key":{"p":{"S":"a"},"s":{"N":"2"}}}""");
        await door.Engine.OkAsync("UpdateTable", """{"TableName":"tab","DeletionProtectionEnabled":false}""");
        await client.DeleteTableAsync("tab", Ct);
        var described = (await client.DescribeBackupAsync(new() { BackupArn = made.BackupArn }, Ct)).BackupDescription;
        var restoring = (await client.RestoreTableFromBackupAsync(
            new() { BackupArn = made.BackupArn, TargetTableName = "restored" }, Ct)).TableDescription;
        var restored = (await client.DescribeTableAsync("restored", Ct)).Table;
        var items = (await client.ScanAsync(new ScanRequest { TableName = "restored" }, Ct)).Items;
        var byIndex = (await client.QueryAsync(
            new QueryRequest
            {
                TableName = "restored",
                IndexName = "byG",
                KeyConditionExpression = "g = :g",
                ExpressionAttributeValues = new() { [":g"] = new("g") },
            },
            Ct)).Items;
        var deleted = (await client.DeleteBackupAsync(new() { BackupArn = made.BackupArn }, Ct)).BackupDescription;

        Assert.Equal(BackupStatus.CREATING, made.BackupStatus);
        Assert.Equal(BackupType.USER, made.BackupType);
        Assert.Matches("^arn:aws:dynamodb:us-east-1:111122223333:table/tab/backup/[0-9]{14}-[0-9a-f]{8}$", made.BackupArn);
        Assert.Equal(BackupStatus.AVAILABLE, described.BackupDetails.BackupStatus);
        Assert.Equal(made.BackupSizeBytes, described.SourceTableDetails.TableSizeBytes);
        Assert.Equal(3, described.SourceTableDetails.ItemCount);
        Assert.Equal("byG", Assert.Single(described.SourceTableFeatureDetails.GlobalSecondaryIndexes).IndexName);
        Assert.Equal("NEW_IMAGE", described.SourceTableFeatureDetails.StreamDescription.StreamViewType.Value);
        Assert.Equal(TableStatus.CREATING, restoring.TableStatus);
        Assert.True(restoring.RestoreSummary.RestoreInProgress);
        Assert.Equal(TableStatus.ACTIVE, restored.TableStatus);
        Assert.False(restored.RestoreSummary.RestoreInProgress);
        Assert.Equal(made.BackupArn, restored.RestoreSummary.SourceBackupArn);
        Assert.Equal(["first", "first", "first"], items.Select(static item => item["v"].S));
        Assert.Equal(3, byIndex.Count);
        Assert.Equal(BackupStatus.DELETED, deleted.BackupDetails.BackupStatus);
        await Assert.ThrowsAsync<BackupNotFoundException>(() => client.DescribeBackupAsync(new() { BackupArn = made.BackupArn }, Ct));
    }

    [Fact]
    public async Task RestoredTable_HasNoStreamTimeToLiveTagsOrProtection_AndTakesWrites()
    {
        using var engine = LocalDynamo.InMemory();
        await FillAsync(engine);
        await engine.OkAsync("UpdateTimeToLive", """
            {"TableName":"tab","TimeToLiveSpecification":{"AttributeName":"ttl","Enabled":true}}
            """);
        await engine.OkAsync("UpdateContinuousBackups", """
            {"TableName":"tab","PointInTimeRecoverySpecification":{"PointInTimeRecoveryEnabled":true}}
            """);
        var arn = await engine.BackUpAsync();
        var table = (await engine.RestoreAsync(arn)).GetProperty("TableDescription");

        Assert.False(table.TryGetProperty("StreamSpecification", out _));
        Assert.False(table.GetProperty("DeletionProtectionEnabled").GetBoolean());
        var ttl = await engine.OkAsync("DescribeTimeToLive", """{"TableName":"new"}""");
        Assert.Equal("DISABLED", ttl.GetProperty("TimeToLiveDescription").GetProperty("TimeToLiveStatus").GetString());
        var tags = await engine.OkAsync("ListTagsOfResource", $$"""{"ResourceArn":"{{table.GetProperty("TableArn")}}"}""");
        Assert.Equal(0, tags.GetProperty("Tags").GetArrayLength());
        var continuous = await engine.OkAsync("DescribeContinuousBackups", """{"TableName":"new"}""");
        Assert.Contains("DISABLED", continuous.GetRawText(), StringComparison.Ordinal);

        await engine.OkAsync("PutItem", Item(9, "later").Replace("\"tab\"", "\"new\"", StringComparison.Ordinal));
        Assert.Equal(4, (await engine.OkAsync("Scan", """{"TableName":"new"}""")).GetProperty("Count").GetInt32());
        Assert.Equal(3, (await engine.OkAsync("Scan", """{"TableName":"tab"}""")).GetProperty("Count").GetInt32());
        await engine.RestoreAsync(arn, "third");
        Assert.Equal(3, (await engine.OkAsync("Scan", """{"TableName":"third"}""")).GetProperty("Count").GetInt32());
    }

    [Fact]
    public async Task Restore_Overrides_ChangeBillingAndLeaveIndexesOut()
    {
        using var engine = LocalDynamo.InMemory();
        await FillAsync(engine);
        var table = (await engine.RestoreAsync(await engine.BackUpAsync(), "new", """
            ,"BillingModeOverride":"PROVISIONED","ProvisionedThroughputOverride":{"ReadCapacityUnits":7,"WriteCapacityUnits":8},
            "LocalSecondaryIndexOverride":[],
            "GlobalSecondaryIndexOverride":[{"IndexName":"byG","KeySchema":[{"AttributeName":"g","KeyType":"HASH"}],
             "Projection":{"ProjectionType":"INCLUDE","NonKeyAttributes":["y","x"]},
             "ProvisionedThroughput":{"ReadCapacityUnits":3,"WriteCapacityUnits":4}}]
            """)).GetProperty("TableDescription");

        Assert.Equal(7, table.GetProperty("ProvisionedThroughput").GetProperty("ReadCapacityUnits").GetInt32());
        Assert.False(table.TryGetProperty("LocalSecondaryIndexes", out _));
        var index = Assert.Single(table.GetProperty("GlobalSecondaryIndexes").EnumerateArray());
        Assert.Equal(4, index.GetProperty("ProvisionedThroughput").GetProperty("WriteCapacityUnits").GetInt32());
        Assert.Equal(3, index.GetProperty("ItemCount").GetInt32());
        Assert.Equal(3, table.GetProperty("AttributeDefinitions").GetArrayLength());
    }

    [Theory]
    [InlineData(""","BillingModeOverride":"PROVISIONED" """, "ReadCapacityUnits and WriteCapacityUnits must both be specified")]
    [InlineData(
        ""","BillingModeOverride":"PROVISIONED","ProvisionedThroughputOverride":{"ReadCapacityUnits":7,"WriteCapacityUnits":8}""",
        "ProvisionedThroughput must be specified for index: byG")]
    [InlineData(
        ""","ProvisionedThroughputOverride":{"ReadCapacityUnits":7,"WriteCapacityUnits":8}""",
        "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified")]
    [InlineData(
        """
        ,"GlobalSecondaryIndexOverride":[{"IndexName":"byG","KeySchema":[{"AttributeName":"g","KeyType":"HASH"}],
         "Projection":{"ProjectionType":"ALL"}}]
        """,
        "GlobalSecondaryIndexOverride must match the indexes of the backup. The backup has no such index: byG")]
    [InlineData(
        """
        ,"LocalSecondaryIndexOverride":[{"IndexName":"other","KeySchema":[{"AttributeName":"p","KeyType":"HASH"},
         {"AttributeName":"l","KeyType":"RANGE"}],"Projection":{"ProjectionType":"ALL"}}]
        """,
        "The backup has no such index: other")]
    [InlineData(""","BillingModeOverride":"FREE" """, "Member must satisfy enum value set: [PROVISIONED, PAY_PER_REQUEST]")]
    public async Task Restore_WrongOverride_IsRefused(string members, string message)
    {
        using var engine = LocalDynamo.InMemory();
        await FillAsync(engine);
        var arn = await engine.BackUpAsync();

        var error = await engine.FailAsync("RestoreTableFromBackup", BackupRequests.RestoreRequest(arn, "new", members));

        Assert.Equal("ValidationException", error.Type);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("new", (await engine.OkAsync("ListTables", "{}")).GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CreateBackup", """{"TableName":"none","BackupName":"abc"}""", "TableNotFoundException", "Table not found: none")]
    [InlineData("DescribeBackup", $$"""{"BackupArn":"{{Missing}}"}""", "BackupNotFoundException", $"Backup not found: {Missing}")]
    [InlineData("DeleteBackup", $$"""{"BackupArn":"{{Missing}}"}""", "BackupNotFoundException", $"Backup not found: {Missing}")]
    [InlineData(
        "RestoreTableFromBackup", $$"""{"BackupArn":"{{Missing}}","TargetTableName":"new"}""",
        "BackupNotFoundException", $"Backup not found: {Missing}")]
    [InlineData("DescribeContinuousBackups", """{"TableName":"none"}""", "TableNotFoundException", "Table not found: none")]
    [InlineData(
        "CreateBackup", """{"TableName":"tab","BackupName":"ab"}""", "ValidationException",
        "1 validation error detected: Value 'ab' at 'backupName' failed to satisfy constraint: "
        + "Member must have length greater than or equal to 3")]
    [InlineData(
        "CreateBackup", """{"TableName":"tab","BackupName":"a b c"}""", "ValidationException",
        "1 validation error detected: Value 'a b c' at 'backupName' failed to satisfy constraint: "
        + "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+")]
    [InlineData(
        "CreateBackup", "{}", "ValidationException",
        "2 validation errors detected: Value null at 'tableName' failed to satisfy constraint: Member must not be null; "
        + "Value null at 'backupName' failed to satisfy constraint: Member must not be null")]
    [InlineData(
        "DescribeBackup", """{"BackupArn":"short"}""", "ValidationException",
        "1 validation error detected: Value 'short' at 'backupArn' failed to satisfy constraint: "
        + "Member must have length greater than or equal to 37")]
    [InlineData(
        "ListBackups", """{"Limit":101}""", "ValidationException",
        "1 validation error detected: Value '101' at 'limit' failed to satisfy constraint: "
        + "Member must have value less than or equal to 100")]
    [InlineData(
        "UpdateContinuousBackups",
        """{"TableName":"tab","PointInTimeRecoverySpecification":{"PointInTimeRecoveryEnabled":true,"RecoveryPeriodInDays":36}}""",
        "ValidationException",
        "1 validation error detected: Value '36' at 'pointInTimeRecoverySpecification.recoveryPeriodInDays' failed to satisfy constraint: "
        + "Member must have value less than or equal to 35")]
    public async Task Mistake_IsReportedAsTheServiceDoes(string operation, string request, string type, string message)
    {
        using var engine = LocalDynamo.InMemory();
        await engine.OkAsync("CreateTable", Create);

        Assert.Equal((type, message), await engine.FailAsync(operation, request));
    }

    [Fact]
    public async Task Restore_ToATableThatExists_IsRefused()
    {
        using var engine = LocalDynamo.InMemory();
        await FillAsync(engine);
        var arn = await engine.BackUpAsync();

        Assert.Equal(
            ("TableAlreadyExistsException", "Table already exists: tab"),
            await engine.FailAsync("RestoreTableFromBackup", BackupRequests.RestoreRequest(arn, "tab")));
    }

    [Fact]
    public async Task List_FiltersByTableAndTime_AndPages()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        using var engine = LocalDynamo.InMemory(new LocalDynamoOptions { TimeProvider = clock });
        await engine.CreateTableAsync(name: "one");
        await engine.CreateTableAsync(name: "two");
        for (var i = 0; i < 5; i++)
        {
            await engine.BackUpAsync("one", $"backup-{i}");
            await engine.BackUpAsync("two", $"other-{i}");
            clock.Advance(TimeSpan.FromHours(1));
        }

        var start = clock.Start.ToUnixTimeSeconds();
        Assert.Equal("backup-0 backup-1 backup-2 backup-3 backup-4", await NamesAsync(""" "TableName":"one" """));
        var (from, to) = (start + 3600, start + (3 * 3600));
        Assert.Equal("backup-1 backup-2", await NamesAsync(
            $$""" "TableName":"one","TimeRangeLowerBound":{{from}},"TimeRangeUpperBound":{{to}} """));
        Assert.Equal("", await NamesAsync(""" "TableName":"none" """));
        Assert.Equal("", await NamesAsync(""" "BackupType":"AWS_BACKUP" """));
        Assert.Equal(10, (await NamesAsync(""" "BackupType":"ALL","Limit":3 """)).Split(' ').Length);
        Assert.Equal(10, (await NamesAsync(""" "Limit":1 """)).Split(' ').Distinct().Count());

        async Task<string> NamesAsync(string members)
        {
            var names = new List<string>();
            string? last = null;
            do
            {
                var next = last is null ? "" : $",\"ExclusiveStartBackupArn\":\"{last}\"";
                var page = await engine.OkAsync("ListBackups", $$"""{ {{members}}{{next}} }""");
                names.AddRange(page.GetProperty("BackupSummaries").EnumerateArray()
                    .Select(static backup => backup.GetProperty("BackupName").GetString()!));
                last = page.TryGetProperty("LastEvaluatedBackupArn", out var token) ? token.GetString() : null;
            }
            while (last is not null);
            return string.Join(' ', names);
        }
    }

    [Fact]
    public async Task ContinuousBackups_AreReportedAsSet()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        using var engine = LocalDynamo.InMemory(new LocalDynamoOptions { TimeProvider = clock });
        await engine.CreateTableAsync();

        var off = await engine.OkAsync("DescribeContinuousBackups", """{"TableName":"tab"}""");
        await engine.OkAsync("UpdateContinuousBackups", """
            {"TableName":"tab","PointInTimeRecoverySpecification":{"PointInTimeRecoveryEnabled":true,"RecoveryPeriodInDays":2}}
            """);
        clock.Advance(TimeSpan.FromDays(3));
        var on = (await engine.OkAsync("DescribeContinuousBackups", """{"TableName":"tab"}"""))
            .GetProperty("ContinuousBackupsDescription").GetProperty("PointInTimeRecoveryDescription");

        Assert.Equal(
            "DISABLED",
            off.GetProperty("ContinuousBackupsDescription").GetProperty("PointInTimeRecoveryDescription")
                .GetProperty("PointInTimeRecoveryStatus").GetString());
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        Assert.Equal("ENABLED", on.GetProperty("PointInTimeRecoveryStatus").GetString());
        Assert.Equal(2, on.GetProperty("RecoveryPeriodInDays").GetInt32());
        Assert.Equal(now - (2 * 24 * 3600), on.GetProperty("EarliestRestorableDateTime").GetDouble());
        Assert.Equal(now - 300, on.GetProperty("LatestRestorableDateTime").GetDouble());
    }

    private static async Task FillAsync(LocalDynamo engine)
    {
        await engine.OkAsync("CreateTable", Create);
        for (var i = 1; i <= 3; i++)
            await engine.OkAsync("PutItem", Item(i, "first"));
    }

    private static string Item(int number, string value) => $$"""
        {"TableName":"tab","Item":{"p":{"S":"a"},"s":{"N":"{{number}}"},"g":{"S":"g"},"l":{"S":"l"},"v":{"S":"{{value}}"} } }
        """;
}
