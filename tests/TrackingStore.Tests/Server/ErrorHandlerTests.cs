using System.Net;
using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using DynamoToolkit;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using TrackingStore.Availability;
using TrackingStore.Errors;
using TrackingStore.Protocol;
using TrackingStore.Server;
using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Server;

public sealed class ErrorHandlerTests
{
    /// <summary>What may go wrong below the endpoints, and what the client sees.</summary>
    public static TheoryData<Exception, int, string> Errors { get; } = new()
    {
        { MlflowException.Missing("x"), 404, "RESOURCE_DOES_NOT_EXIST" },
        { new MlflowException(ErrorCode.RESOURCE_ALREADY_EXISTS, "x"), 400, "RESOURCE_ALREADY_EXISTS" },
        { new BadHttpRequestException("x", 413), 413, "BAD_REQUEST" },
        { new ProvisionedThroughputExceededException("x"), 429, "REQUEST_LIMIT_EXCEEDED" },
        { Service("ThrottlingException", HttpStatusCode.BadRequest), 429, "REQUEST_LIMIT_EXCEEDED" },
        { new TransactionConflictException("x"), 503, "TEMPORARILY_UNAVAILABLE" },
        { new InternalServerErrorException("x"), 503, "TEMPORARILY_UNAVAILABLE" },
        { Service("ServiceUnavailable", HttpStatusCode.ServiceUnavailable), 503, "TEMPORARILY_UNAVAILABLE" },
        { new TrackingException(new TrackingError.RunMissing("x")), 404, "RESOURCE_DOES_NOT_EXIST" },
        { new TrackingException(new TrackingError.DeletedExperimentRenamed("1")), 400, "INVALID_STATE" },
        { new ItemTooLargeException(typeof(string), 500_000), 400, "INVALID_PARAMETER_VALUE" },
        { new InvalidAttributeValueException("pk", "is too long"), 400, "INVALID_PARAMETER_VALUE" },
        { new TransportException("x"), 503, "TEMPORARILY_UNAVAILABLE" },
        { new ItemFormatException("a", "a text", "a number"), 500, "INTERNAL_ERROR" },
        { new InvalidOperationException("secret"), 500, "INTERNAL_ERROR" },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task Invoke_Error_AnswersItsCodeAndNoTrace(Exception error, int status, string code)
    {
        var answer = await RunAsync(_ => Throw(error));
        Assert.Equal(status, answer.Status);
        Assert.Equal(code, answer.Body.GetProperty("error_code").GetString());
        Assert.DoesNotContain("secret", answer.Body.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", answer.Body.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invoke_HalfAnAnswerBeforeTheError_IsForgotten()
    {
        var answer = await RunAsync(context =>
        {
            context.Response.ContentType = "text/html";
            context.Response.Headers.ContentDisposition = "attachment";
            return Throw(MlflowException.Invalid("x"));
        });
        Assert.Equal("application/json", answer.ContentType);
    }

    private static AmazonDynamoDBException Service(string code, HttpStatusCode status) => new("x", ErrorType.Unknown, code, "1", status);

    private static Task Throw(Exception error) => Task.FromException(error);

    private static async Task<(int Status, string? ContentType, JsonElement Body)> RunAsync(RequestDelegate next)
    {
        var context = new DefaultHttpContext();
        using var body = new MemoryStream();
        context.Response.Body = body;
        var time = TimeProvider.System;
        var outage = new Outage("x", time, NullLogger.Instance);
        using var transport = new GuardedTransport(new FaultyTransport(), outage, TimeSpan.FromSeconds(1), time);
        var explainer = new ErrorExplainer(transport, time, NullLogger<ErrorExplainer>.Instance);
        await new ErrorHandler(explainer).InvokeAsync(context, next);
        using var json = JsonDocument.Parse(body.ToArray());
        return (context.Response.StatusCode, context.Response.ContentType, json.RootElement.Clone());
    }
}
