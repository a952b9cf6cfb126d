using System.Diagnostics;
using Amazon.Runtime;

namespace DynamoToolkit.Transport.Telemetry;

/// <summary>The trace and the measurements of one call. Costs nothing, and holds nothing, while nobody listens.</summary>
internal struct CallScope
{
    private readonly DynamoRequest request;
    private readonly Activity? activity;
    private readonly long startedAt;

    private CallScope(DynamoRequest request)
    {
        this.request = request;
        startedAt = DynamoTelemetry.Duration.Enabled ? Stopwatch.GetTimestamp() : 0;
        activity = DynamoTelemetry.Source.HasListeners() ? StartActivity(request) : null;
    }

    public static CallScope Start(DynamoRequest request) => new(request);

    public readonly void Retrying(string errorType)
    {
        if (DynamoTelemetry.Retries.Enabled)
        {
            DynamoTelemetry.Retries.Add(
                1, new("db.system.name", DynamoTelemetry.System), new("db.operation.name", OperationNames.Of(request.Operation)), new("error.type", errorType));
        }
    }

    public readonly void Succeeded(ReadOnlySpan<byte> response, int attempts, Uri? server)
    {
        if (activity is { IsAllDataRequested: true })
        {
            Describe(attempts, server);
            activity.SetTag("http.response.status_code", 200);
            if (ConsumedCapacityTag.From(response) is { } consumed)
                activity.SetTag("aws.dynamodb.consumed_capacity", consumed);
        }

        End(null, server);
    }

    public readonly void Failed(Exception exception, int attempts, Uri? server)
    {
        var errorType = ErrorTypeOf(exception);
        if (activity is { IsAllDataRequested: true })
        {
            Describe(attempts, server);
            activity.SetTag("error.type", errorType);
            if (exception is AmazonServiceException service)
            {
                activity.SetTag("http.response.status_code", (int)service.StatusCode);
                activity.SetTag("aws.request_id", service.RequestId);
            }
        }

        // The message of a service error may quote values of the item, so the error's name has to do.
        activity?.SetStatus(ActivityStatusCode.Error, errorType);
        End(errorType, server);
    }

    public static string ErrorTypeOf(Exception exception) =>
        exception is AmazonServiceException { ErrorCode: { Length: > 0 } code } ? code : exception.GetType().FullName!;

    private static Activity? StartActivity(DynamoRequest request)
    {
        var operation = OperationNames.Of(request.Operation);
        var started = DynamoTelemetry.Source.StartActivity(request.TableName is { } name ? $"{operation} {name}" : operation, ActivityKind.Client);
        if (started is not { IsAllDataRequested: true })
            return started;

        started.SetTag("db.system.name", DynamoTelemetry.System);
        started.SetTag("db.operation.name", operation);
        if (request.TableName is { } table)
        {
            started.SetTag("db.collection.name", table);
            started.SetTag("aws.dynamodb.table_names", new[] { table });
        }

        return started;
    }

    private readonly void Describe(int attempts, Uri? server)
    {
        if (attempts > 1)
            activity!.SetTag("http.request.resend_count", attempts - 1);
        if (server is null)
            return;

        activity!.SetTag("server.address", server.IdnHost);
        activity.SetTag("server.port", server.Port);
    }

    private readonly void End(string? errorType, Uri? server)
    {
        activity?.Dispose();
        if (startedAt == 0)
            return;

        var tags = new TagList
        {
            { "db.system.name", DynamoTelemetry.System },
            { "db.operation.name", OperationNames.Of(request.Operation) },
        };
        if (request.TableName is { } table)
            tags.Add("db.collection.name", table);
        if (errorType is not null)
            tags.Add("error.type", errorType);
        if (server is not null)
            tags.Add("server.address", server.IdnHost);
        DynamoTelemetry.Duration.Record(Stopwatch.GetElapsedTime(startedAt).TotalSeconds, tags);
    }
}
