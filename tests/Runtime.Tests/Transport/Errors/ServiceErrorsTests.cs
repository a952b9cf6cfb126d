using System.Net;
using System.Text;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using DynamoToolkit.Transport;

namespace DynamoToolkit.Runtime.Tests.Transport.Errors;

public sealed class ServiceErrorsTests
{
    private const string Prefix = "com.amazonaws.dynamodb.v20120810#";

    [Theory]
    [InlineData("ConditionalCheckFailedException", typeof(ConditionalCheckFailedException))]
    [InlineData("TransactionCanceledException", typeof(TransactionCanceledException))]
    [InlineData("ProvisionedThroughputExceededException", typeof(ProvisionedThroughputExceededException))]
    [InlineData("RequestLimitExceeded", typeof(RequestLimitExceededException))]
    [InlineData("ThrottlingException", typeof(ThrottlingException))]
    [InlineData("ResourceNotFoundException", typeof(ResourceNotFoundException))]
    [InlineData("ResourceInUseException", typeof(ResourceInUseException))]
    [InlineData("ItemCollectionSizeLimitExceededException", typeof(ItemCollectionSizeLimitExceededException))]
    [InlineData("TransactionConflictException", typeof(TransactionConflictException))]
    [InlineData("TransactionInProgressException", typeof(TransactionInProgressException))]
    [InlineData("IdempotentParameterMismatchException", typeof(IdempotentParameterMismatchException))]
    [InlineData("InternalServerError", typeof(InternalServerErrorException))]
    [InlineData("LimitExceededException", typeof(LimitExceededException))]
    [InlineData("ReplicatedWriteConflictException", typeof(ReplicatedWriteConflictException))]
    [InlineData("ValidationException", typeof(AmazonDynamoDBException))]
    [InlineData("AccessDeniedException", typeof(AmazonDynamoDBException))]
    public void ToException_KnownCode_GivesTheSdksOwnType(string code, Type expected)
    {
        var exception = ToException(400, $$"""{"__type":"{{Prefix}}{{code}}","message":"no"}""");

        Assert.IsType(expected, exception);
        Assert.Equal(code, exception.ErrorCode);
        Assert.Equal("no", exception.Message);
        Assert.Equal(HttpStatusCode.BadRequest, exception.StatusCode);
        Assert.Equal("ID", exception.RequestId);
        Assert.Equal(ErrorType.Sender, exception.ErrorType);
    }

    [Fact]
    public void ToException_ServerStatus_IsTheReceiversError() =>
        Assert.Equal(ErrorType.Receiver, ToException(500, """{"__type":"InternalServerError"}""").ErrorType);

    [Theory]
    [InlineData("ValidationException")]
    [InlineData("com.amazon.coral.validate#ValidationException")]
    [InlineData("com.amazon.coral.validate#ValidationException:http://internal.amazon.com/coral/")]
    public void ToException_AnySpellingOfTheType_GivesTheBareCode(string type) =>
        Assert.Equal("ValidationException", ToException(400, $$"""{"__type":"{{type}}"}""").ErrorCode);

    [Fact]
    public void ToException_FailedCondition_CarriesTheItem()
    {
        var exception = ToException(400, """
            {"__type":"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException","message":"The conditional request failed","Item":{
              "s":{"S":"a"},"n":{"N":"1.5"},"b":{"B":"AQI="},"t":{"BOOL":true},"z":{"NULL":true},"ss":{"SS":["x","y"]},
              "ns":{"NS":["1"]},"bs":{"BS":["Aw=="]},"l":{"L":[{"S":"e"}]},"m":{"M":{"k":{"N":"2"}}}}}
            """);

        var item = Assert.IsType<ConditionalCheckFailedException>(exception).Item;
        Assert.Equal("a", item["s"].S);
        Assert.Equal("1.5", item["n"].N);
        Assert.Equal([1, 2], item["b"].B.ToArray());
        Assert.True(item["t"].BOOL);
        Assert.True(item["z"].NULL);
        Assert.Equal(["x", "y"], item["ss"].SS);
        Assert.Equal(["1"], item["ns"].NS);
        Assert.Equal([3], item["bs"].BS.Single().ToArray());
        Assert.Equal("e", item["l"].L.Single().S);
        Assert.Equal("2", item["m"].M["k"].N);
    }

    [Fact]
    public void ToException_CancelledTransaction_CarriesTheReasonOfEachItem()
    {
        var exception = ToException(400, """
            {"__type":"com.amazonaws.dynamodb.v20120810#TransactionCanceledException","Message":"Transaction cancelled",
              "CancellationReasons":[
              {"Code":"None"},{"Code":"ConditionalCheckFailed","Message":"failed","Item":{"pk":{"S":"a"}}}]}
            """);

        var reasons = Assert.IsType<TransactionCanceledException>(exception).CancellationReasons;
        Assert.Equal("Transaction cancelled", exception.Message);
        Assert.Equal(["None", "ConditionalCheckFailed"], reasons.Select(static r => r.Code));
        Assert.Equal("failed", reasons[1].Message);
        Assert.Equal("a", reasons[1].Item["pk"].S);
    }

    [Fact]
    public void ToException_Throttle_CarriesItsReasons()
    {
        var exception = ToException(400, """
            {"__type":"com.amazonaws.dynamodb.v20120810#ThrottlingException",
              "throttlingReasons":[{"reason":"TableReadKeyRangeThroughputExceeded","resource":"arn"}]}
            """);

        var reason = Assert.Single(Assert.IsType<ThrottlingException>(exception).ThrottlingReasons);
        Assert.Equal("TableReadKeyRangeThroughputExceeded", reason.Reason);
        Assert.Equal("arn", reason.Resource);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>Bad gateway</html>")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"__type":5,"message":[]}""")]
    [InlineData("""{"__type":""}""")]
    public void ToException_BodyThatIsNoError_StillNamesTheStatus(string body)
    {
        var exception = ToException(502, body);

        Assert.Equal("BadGateway", exception.ErrorCode);
        Assert.Equal(HttpStatusCode.BadGateway, exception.StatusCode);
        Assert.Contains("GetItem failed", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"__type":"ConditionalCheckFailedException","message":"no","Item":{"a":{"S":5}},"x":1}""")]
    [InlineData("""{"Item":{"a":{"Q":"?"}},"__type":"ConditionalCheckFailedException","message":"no"}""")]
    [InlineData("""{"Item":[],"__type":"ConditionalCheckFailedException","message":"no"}""")]
    [InlineData("""{"__type":"ConditionalCheckFailedException","message":"no","Item":{"a":{"S":""")]
    [InlineData("""{"__type":"ConditionalCheckFailedException","message":"no","Item":{"a":{"B":"%"}}}""")]
    [InlineData("""{"CancellationReasons":[5],"__type":"ConditionalCheckFailedException","message":"no"}""")]
    [InlineData("""{"CancellationReasons":[{"Code":{}}],"__type":"ConditionalCheckFailedException","message":"no"}""")]
    public void ToException_MalformedDetail_LosesNothingElse(string body)
    {
        var exception = Assert.IsType<ConditionalCheckFailedException>(ToException(400, body));

        Assert.Equal("no", exception.Message);
        Assert.Null(exception.Item);
    }

    [Fact]
    public void ToException_EveryTruncationAndFlippedByte_GivesAnException()
    {
        var body = Encoding.UTF8.GetBytes(
            """{"__type":"X#TransactionCanceledException","Message":"m é","CancellationReasons":""" +
            """[{"Code":"c","Item":{"a":{"L":[{"N":"1"}]}}}]}""");
        for (var i = 0; i < body.Length; i++)
        {
            Assert.NotNull(ServiceErrors.ToException(DynamoOperation.PutItem, 400, body.AsSpan(0, i), null));
            foreach (var replacement in "\0\"{}[]:,\\5\u00ff"u8.ToArray())
            {
                var flipped = body.ToArray();
                flipped[i] = replacement;
                Assert.NotNull(ServiceErrors.ToException(DynamoOperation.PutItem, 400, flipped, null));
            }
        }
    }

    [Fact]
    public void ToException_DeepNesting_GivesAnException()
    {
        var body = """{"__type":"ConditionalCheckFailedException","Item":{"a":"""
            + string.Concat(Enumerable.Repeat("""{"L":[""", 100_000));

        Assert.IsType<ConditionalCheckFailedException>(ToException(400, body));
    }

    private static AmazonDynamoDBException ToException(int status, string body) =>
        ServiceErrors.ToException(DynamoOperation.GetItem, status, Encoding.UTF8.GetBytes(body), "ID");
}
