using System.Text;
using DynamoToolkit.Protocol;
using DynamoToolkit.Runtime.Tests.Tables.Support;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Runtime.Tests.Tables;

/// <summary>Whatever a server answers, an access ends in a value or in <see cref="ItemFormatException"/>.</summary>
public sealed class FuzzTests
{
    private const int Rounds = 3_000;
    private const string Item = """{"pk":{"S":"RUN#1"},"sk":{"S":"METRIC#a"},"runId":{"S":"1"},"name":{"S":"a"},"value":{"N":"1"}}""";
    private const string Capacity =
        """{"TableName":"tracking","CapacityUnits":1.5,"Table":{"CapacityUnits":1},"LocalSecondaryIndexes":{"x":{"CapacityUnits":0.5}}}""";

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "null", "1e999", "-", "\"S\"", "{}", "[]", "\\u12", "\0", "{\"N\":\"x\"}", "true", " ",
    ];

    [Fact]
    public Task Get_OfAnyBytes_EndsInAValueOrANamedError() =>
        FuzzAsync(
            $$$"""{"Item":{{{Item}}},"ConsumedCapacity":{{{Capacity}}}}""", db => db.Metrics.Get(Metric.Key("1", "a")).ExecuteAsync(Ct));

    [Fact]
    public Task Write_OfAnyBytes_EndsInAValueOrANamedError() =>
        FuzzAsync(
            $$$"""{"Attributes":{{{Item}}},"ConsumedCapacity":{{{Capacity}}}""" +
            $$$""","ItemCollectionMetrics":{"ItemCollectionKey":{"pk":{"S":"RUN#1"}},"SizeEstimateRangeGB":[0.5,1.5]}}""",
            db => db.Metrics.Delete(Metric.Key("1", "a")).ReturnOld().ExecuteAsync(Ct));

    [Fact]
    public Task Page_OfAnyBytes_EndsInAValueOrANamedError() =>
        FuzzAsync(
            $$$"""{"Count":2,"Items":[{{{Item}}},{{{Item}}}],"ScannedCount":2,"LastEvaluatedKey":{"pk":{"S":"RUN#1"}""" +
            $$$""","sk":{"S":"METRIC#a"}},"ConsumedCapacity":{{{Capacity}}}}""",
            db => db.Metrics.Query(Metric.Partition("1"))
                .Where(new DynamoToolkit.Expressions.Attribute<double, DoubleConverter>("value") > 0).Limit(1).GetPageAsync(null, Ct));

    [Fact]
    public Task MixedQuery_OfAnyBytes_EndsInAValueOrANamedError() =>
        FuzzAsync(
            $$$"""{"Count":2,"Items":[{{{Item}}},{{{Item}}}]}""",
            db => db.Runs.Query(Run.Partition("1")).As(new ItemKinds<object>().Add<Run>().Add<Metric>()).ToListAsync(Ct));

    [Fact]
    public Task BatchGet_OfAnyBytes_EndsInAValueOrANamedError() =>
        FuzzAsync(
            $$$"""{"Responses":{"tracking":[{{{Item}}}]}""" +
            $$$""","UnprocessedKeys":{"tracking":{"Keys":[{"pk":{"S":"RUN#1"},"sk":{"S":"METRIC#b"}}]}}""" +
            $$$""","ConsumedCapacity":[{{{Capacity}}}]}""",
            db => db.Client.BatchGetAsync(
                [db.Metrics.Get(Metric.Key("1", "a")), db.Metrics.Get(Metric.Key("1", "b"))], cancellationToken: Ct));

    [Fact]
    public Task BatchWrite_OfAnyBytes_EndsInAValueOrANamedError() =>
        FuzzAsync(
            """{"UnprocessedItems":{"tracking":[{"DeleteRequest":{"Key":{"pk":{"S":"RUN#1"},"sk":{"S":"METRIC#a"}}}}]}}""",
            db => db.Client.BatchWriteAsync([db.Metrics.Delete(Metric.Key("1", "a"))], Ct));

    [Fact]
    public Task TransactGet_OfAnyBytes_EndsInAValueOrANamedError() =>
        FuzzAsync(
            $$$"""{"Responses":[{"Item":{{{Item}}}},{}],"ConsumedCapacity":[{{{Capacity}}}]}""",
            db => db.Client.TransactGetAsync(
                [db.Metrics.Get(Metric.Key("1", "a")), db.Runs.Get(Run.Key("1"))],
                new TransactGetOptions { ReturnConsumedCapacity = CapacityDetail.Total },
                Ct));

    [Fact]
    public Task Describe_OfAnyBytes_EndsInAValueOrANamedError() =>
        FuzzAsync(
            """{"Table":{"TableStatus":"ACTIVE","AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"}]""" +
            ""","KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}],"GlobalSecondaryIndexes":""" +
            """[{"IndexName":"i","IndexStatus":"ACTIVE","KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}]""" +
            ""","Projection":{"ProjectionType":"INCLUDE","NonKeyAttributes":["x"]}}]}}""",
            db => DescribeTable.SendAsync(new TableHandle(db.Client.Context, "tracking"), Ct));

    private static async Task FuzzAsync(string answer, Func<Db, Task> access)
    {
        var random = new Random(7);
        for (var round = 0; round < Rounds; round++)
        {
            var mangled = Mangle(answer, random);
            var db = new Db(options => options.BatchAttempts = 2);
            db.Transport.Answer(mangled);
            try
            {
                await access(db);
            }
            catch (Exception error) when (error is ItemFormatException || error.InnerException is ItemFormatException)
            {
                // The named error.
            }
            catch (Exception error)
            {
                Assert.Fail($"{error.GetType().Name} ({error.Message}) from {mangled}");
            }
        }
    }

    private static string Mangle(string answer, Random random)
    {
        var text = new StringBuilder(answer);
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            var at = random.Next(text.Length);
            var length = Math.Min(random.Next(12), text.Length - at);
            switch (random.Next(4))
            {
                case 0:
                    text.Length = at + 1;
                    break;
                case 1:
                    text.Remove(at, length);
                    text.Append(' ');
                    break;
                case 2:
                    text.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                default:
                    text.Insert(at, text.ToString(at, length));
                    break;
            }
        }

        return text.ToString();
    }
}
