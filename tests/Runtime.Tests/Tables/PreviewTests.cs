using DynamoToolkit.Expressions;
using DynamoToolkit.Runtime.Tests.Tables.Support;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Runtime.Tests.Tables;

/// <summary>A preview is what is sent, and without values it has nothing of the data.</summary>
public sealed class PreviewTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly Db db = new();

    [Fact]
    public async Task Preview_IsWhatIsSent()
    {
        var put = db.Runs.Put(new Run { RunId = "1" }).If(r => r.StartTime > 5).ReturnOld();
        await SameAsync(put.Preview(), () => put.ExecuteAsync(Ct));
        var rex = new ItemKey<Dog>(KeyValue.Of("rex"));
        var update = db.Client.Table<Dog>().Update(rex).Set(new Attribute<long, NumberConverter<long>>("age"), 3);
        await SameAsync(update.Preview(), () => update.ExecuteAsync(Ct));
        var delete = db.Runs.Delete(Run.Key("1"));
        await SameAsync(delete.Preview(), () => delete.ExecuteAsync(Ct));
        var get = db.Runs.Get(Run.Key("1")).ConsistentRead().As<Place>();
        await SameAsync(get.Preview(), () => get.ExecuteAsync(Ct));
        var query = db.Runs.Query(Run.ByExperiment("7")).Limit(3).Descending();
        await SameAsync(query.Preview(), () => query.ToListAsync(Ct));
        var scan = db.Metrics.Scan().Where(new Attribute<double, DoubleConverter>("value") > 1);
        await SameAsync(scan.Preview(), () => scan.ToListAsync(Ct));
        var options = new TransactWriteOptions { ClientRequestToken = "token", ReturnConsumedCapacity = CapacityDetail.Total };
        IWriteOperation[] operations = [db.Runs.Put(new Run { RunId = "2" }), db.Runs.Check(Run.Key("1")).If(r => r.RunId.Exists())];
        await SameAsync(db.Client.PreviewTransactWrite(operations, options), () => db.Client.TransactWriteAsync(operations, options, Ct));
    }

    [Fact]
    public async Task Preview_OfAPage_ContinuesFromItsToken()
    {
        db.Transport.Answer("""{"Items":[],"LastEvaluatedKey":{"pk":{"S":"RUN#1"},"sk":{"S":"METRIC#b"}}}""");
        var query = db.Metrics.Query(Metric.Partition("1"));
        var token = (await query.GetPageAsync(null, Ct)).Next;
        await SameAsync(query.Preview(token), () => query.GetPageAsync(token, Ct));
    }

    [Fact]
    public void Preview_OfAParallelScan_IsThatOfItsFirstPart() =>
        Assert.Contains("\"Segment\":0,\"TotalSegments\":4", db.Metrics.Scan().InParallel(4).Preview().Json, StringComparison.Ordinal);

    [Fact]
    public void WithoutValues_StructureStays()
    {
        var preview = db.Runs.Put(new Run { RunId = "secret", Status = "secret", Tags = ["secret"] }).If(r => r.StartTime > 4711).Preview();
        Assert.Equal(
            """{"TableName":"tracking","Item":{"pk":{"S":"***"},"sk":{"S":"***"},"runId":{"S":"***"},"startTime":{"N":"***"}""" +
            ""","status":{"S":"***"},"tags":{"SS":"***"}},"ConditionExpression":"#n0 > :v0","ExpressionAttributeNames":""" +
            """{"#n0":"startTime"},"ExpressionAttributeValues":{":v0":{"N":"***"}}}""",
            preview.JsonWithoutValues);
        Assert.Equal($"PutItem {preview.JsonWithoutValues}", preview.ToString());
        Assert.Equal(DynamoOperation.PutItem, preview.Operation);
    }

    [Fact]
    public void WithoutValues_KeysOfDictionariesTokensAndStartKeysAreHidden()
    {
        var path = new AttributePath("notes").Member("secret").Member("startTime");
        var note = new Attribute<string, StringConverter>(path);
        var update = db.Runs.Update(Run.Key("secret")).Set(note, "secret").If(r => r.StartTime > 4711);
        var preview = db.Client.PreviewTransactWrite([update], new TransactWriteOptions { ClientRequestToken = "secret" });
        Assert.Contains("secret", preview.Json, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", preview.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("4711", preview.ToString(), StringComparison.Ordinal);
        Assert.Contains("\"notes\"", preview.ToString(), StringComparison.Ordinal);
        Assert.Contains("\"startTime\"", preview.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void TransactionThatWouldBeRefused_HasNoPreview() =>
        Assert.Throws<ArgumentException>(() => db.Client.PreviewTransactWrite([db.Runs.Check(Run.Key("1"))]));

    private async Task SameAsync(RequestPreview preview, Func<Task> sendAsync)
    {
        db.Transport.Requests.Clear();
        await sendAsync();
        var sent = Assert.Single(db.Transport.Requests);
        Assert.Equal((sent.Operation, sent.Body), (preview.Operation, preview.Json));
    }
}
