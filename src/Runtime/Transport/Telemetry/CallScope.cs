using System.Diagnostics;
using System.Text;
using Amazon.Runtime;
using DynamoToolkit.Wire;
using Microsoft.Extensions.Logging;

namespace DynamoToolkit.Transport.Telemetry;

/// <summary>
/// The trace and the measurements of one call. They cost nothing unless someone listens. A listener that throws does not affect a call that
/// was sent: its exception is logged.
/// </summary>
internal readonly struct CallScope
{
    private readonly DynamoRequest request;
    private readonly ILogger logger;
    private readonly Activity? activity;
    private readonly long startedAt;

    private CallScope(DynamoRequest request, ILogger logger)
    {
        this.request = request;
        this.logger = logger;
        if (request.Report is not null)
            return;

        startedAt = DynamoTelemetry.Duration.Enabled ? Stopwatch.GetTimestamp() : 0;
        activity = DynamoTelemetry.Source.HasListeners() ? StartActivity(request) : null;
    }

    /// <summary>Whether anyone listens to the traces or measurements of whole calls.</summary>
    public static bool IsListenedTo =>
        DynamoTelemetry.Source.HasListeners() || DynamoTelemetry.Duration.Enabled || DynamoTelemetry.Capacity.Enabled;

    /// <summary>Whether anyone listens to the call's trace or its measurements.</summary>
    public bool IsObserved => request.Report is { } report
        ? report != CallReport.Unobserved
        : activity is not null || startedAt != 0 || DynamoTelemetry.Capacity.Enabled;

    public static CallScope Start(DynamoRequest request, ILogger logger) => new(request, logger);

    public void Retrying(string errorType, Uri? server)
    {
        if (!DynamoTelemetry.Retries.Enabled || request.Report == CallReport.Unobserved)
            return;

        try
        {
            var tags = TagsFor(request.TableName, server);
            tags.Add("error.type", errorType);
            DynamoTelemetry.Retries.Add(1, tags);
        }
        catch (Exception exception)
        {
            LogListener(exception);
        }
    }

    /// <summary>Ends it after a success.</summary>
    /// <param name="response">The response's body.</param>
    /// <param name="attempts">The number of times that the request was sent over HTTP; 1 if that is not known, 0 if it was not.</param>
    /// <param name="server">The server's address, if it is known.</param>
    public void Succeeded(ReadOnlySpan<byte> response, int attempts, Uri? server)
    {
        if (request.Report is { } report)
        {
            report.Add(attempts, server);
            return;
        }

        try
        {
            using var ended = activity;
            var isDescribed = activity is { IsAllDataRequested: true };
            if (isDescribed)
            {
                Describe(attempts, server);
                if (attempts > 0)
                    activity!.SetTag("http.response.status_code", 200);
            }

            if (request.ReturnsConsumedCapacity && (isDescribed || DynamoTelemetry.Capacity.Enabled))
                RecordCapacity(response, server);
            RecordDuration(null, server);
        }
        catch (Exception exception)
        {
            LogListener(exception);
        }
    }

    /// <summary>Ends it after a failure.</summary>
    /// <param name="exception">What the caller gets.</param>
    /// <param name="attempts">The number of times that the request was sent over HTTP; 1 if that is not known, 0 if it was not.</param>
    /// <param name="server">The server's address, if it is known.</param>
    public void Failed(Exception exception, int attempts, Uri? server)
    {
        if (request.Report is { } report)
        {
            report.Add(attempts, server);
            return;
        }

        try
        {
            using var ended = activity;
            var errorType = ErrorTypeOf(exception);
            if (activity is { IsAllDataRequested: true })
                DescribeFailure(exception, errorType, attempts, server);

            // The message of a service error may quote values of the item, so only the error's name is recorded.
            activity?.SetStatus(ActivityStatusCode.Error, errorType);
            RecordDuration(errorType, server);
        }
        catch (Exception thrown)
        {
            LogListener(thrown);
        }
    }

    public static string ErrorTypeOf(Exception exception) =>
        exception is AmazonServiceException { ErrorCode: { Length: > 0 } code } ? code : exception.GetType().FullName!;

    private static Activity? StartActivity(DynamoRequest request)
    {
        var operation = OperationNames.Of(request.Operation);
        var started = DynamoTelemetry.Source.StartActivity(
            request.TableName is { } name ? $"{operation} {name}" : operation, ActivityKind.Client);
        if (started is not { IsAllDataRequested: true })
            return started;

        started.SetTag("db.system.name", DynamoTelemetry.System);
        started.SetTag("db.operation.name", operation);
        DescribeTables(started, operation, request);
        return started;
    }

    private static void DescribeTables(Activity started, string operation, DynamoRequest request)
    {
        var tables = request.TableNames;
        if (tables.Count > 0)
            started.SetTag("aws.dynamodb.table_names", tables as string[] ?? [.. tables]);
        if (tables is [var table])
            started.SetTag("db.collection.name", table);

        // By the conventions, one operation is not a batch.
        if (request.ItemCount > 1)
            started.SetTag("db.operation.batch.size", request.ItemCount);
    }

    private void Describe(int attempts, Uri? server)
    {
        if (attempts > 1)
            activity!.SetTag("http.request.resend_count", attempts - 1);
        if (server is null)
            return;

        activity!.SetTag("server.address", server.IdnHost);
        activity.SetTag("server.port", server.Port);
    }

    private void DescribeFailure(Exception exception, string errorType, int attempts, Uri? server)
    {
        Describe(attempts, server);
        activity!.SetTag("error.type", errorType);
        if (exception is not AmazonServiceException service)
            return;

        // An error that a transport created itself, such as a fake, may not have a status.
        if (service.StatusCode != 0)
            activity.SetTag("http.response.status_code", (int)service.StatusCode);
        activity.SetTag("aws.request_id", service.RequestId);
    }

    private void RecordCapacity(ReadOnlySpan<byte> response, Uri? server)
    {
        var consumed = FindCapacity(response);
        if (consumed.Count == 0)
            return;

        foreach (var (capacity, _) in consumed)
        {
            DynamoTelemetry.Capacity.Add(
                capacity.CapacityUnits, TagsFor(capacity.TableName.Length > 0 ? capacity.TableName : request.TableName, server));
        }

        if (activity is not { IsAllDataRequested: true })
            return;

        var objects = new string[consumed.Count];
        for (var i = 0; i < objects.Length; i++)
            objects[i] = Encoding.UTF8.GetString(response[consumed[i].Json]);
        activity.SetTag("aws.dynamodb.consumed_capacity", objects);
    }

    private static List<FoundCapacity> FindCapacity(ReadOnlySpan<byte> response)
    {
        try
        {
            return CapacityReader.FindAll(response);
        }
        catch (ItemFormatException)
        {
            // The response's reader reports a malformed response better than a trace can.
            return [];
        }
    }

    /// <summary>Records before the activity ends, because an exemplar refers to the current activity.</summary>
    private void RecordDuration(string? errorType, Uri? server)
    {
        if (startedAt == 0)
            return;

        var tags = TagsFor(request.TableName, server);
        if (errorType is not null)
            tags.Add("error.type", errorType);
        DynamoTelemetry.Duration.Record(Stopwatch.GetElapsedTime(startedAt).TotalSeconds, tags);
    }

    private void LogListener(Exception exception) => TransportLog.ListenerFailed(logger, exception, request.Operation, request.TableName);

    private TagList TagsFor(string? table, Uri? server)
    {
        var tags = new TagList
        {
            { "db.system.name", DynamoTelemetry.System },
            { "db.operation.name", OperationNames.Of(request.Operation) },
        };
        if (table is not null)
            tags.Add("db.collection.name", table);
        if (server is not null)
        {
            tags.Add("server.address", server.IdnHost);
            tags.Add("server.port", server.Port);
        }

        return tags;
    }
}
