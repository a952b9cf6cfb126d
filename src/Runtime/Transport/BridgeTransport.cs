using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using DynamoToolkit.Transport.Bridge;
using DynamoToolkit.Transport.Retries;
using DynamoToolkit.Transport.Sdk;
using DynamoToolkit.Transport.Telemetry;
using DynamoToolkit.Wire;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DynamoToolkit.Transport;

/// <summary>
/// Calls DynamoDB through any <see cref="IAmazonDynamoDB"/> that you already have: a custom client, a caching one, a mock.
/// It converts requests and responses to the AWS SDK's objects and back, which costs as much as those objects do.
/// </summary>
/// <param name="client">The client to call. It keeps its own retries, timeouts and credentials.</param>
/// <param name="ownsClient">Whether to dispose the client together with this.</param>
public sealed class BridgeTransport(IAmazonDynamoDB client, bool ownsClient = false) : IDynamoTransport
{
    private static readonly JsonWriterOptions WriterOptions =
        new() { SkipValidation = true, MaxDepth = AttributeValueJson.ReaderOptions.MaxDepth };

    /// <summary>Reads the settings of the SDK's own clients only: another implementation may have none.</summary>
    private readonly TimeSpan longestCall = client is AmazonServiceClient sdk ? SdkCalls.LongestCall(sdk.Config) : Timeout.InfiniteTimeSpan;

    private readonly ILogger logger = NullLogger.Instance;
    private Uri? address;

    /// <summary>Logs each call that failed after its client's own attempts, without values of items. If null, nothing is logged.</summary>
    public ILoggerFactory? LoggerFactory
    {
        get;
        init
        {
            field = value;
            logger = TransportLog.For(value);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The request has a field that the bridge does not know.</exception>
    /// <exception cref="TransportException">No attempt got a usable answer.</exception>
    /// <exception cref="TransportTimeoutException">
    /// The client has an <see cref="IClientConfig.Timeout"/>, and the call took longer than all of its attempts and waits together may
    /// take.
    /// </exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async ValueTask<WireBuffer> SendAsync(DynamoRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var call = CallScope.Start(request, logger);
        WireBuffer answer;
        try
        {
            answer = await CallAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            var translated = SdkFailures.Translate(exception, request.Operation, cancellationToken);
            call.Failed(translated ?? exception, attempts: 1, AddressFor(call));
            LogFailure(request, translated ?? exception);
            if (translated is not null)
                throw translated;
            throw;
        }

        call.Succeeded(answer.WrittenSpan, attempts: 1, AddressFor(call));
        return answer;
    }

    /// <summary>Disposes the client if this transport owns it.</summary>
    public void Dispose()
    {
        if (ownsClient)
            client.Dispose();
    }

    /// <summary>Where the client sends requests, according to its settings. An account-specific endpoint is not known here.</summary>
    private Uri? AddressFor(CallScope call)
    {
        if (address is not null || !call.IsObserved || client is not AmazonServiceClient)
            return address;

        try
        {
            return address = new Uri(client.DetermineServiceOperationEndpoint(new ListTablesRequest()).URL);
        }
        catch (Exception)
        {
            // Only telemetry needs the address. Either the settings lack something that also makes the call fail, so the caller learns of
            // it, or a custom provider of the client throws or returns no address.
            return null;
        }
    }

    private void LogFailure(DynamoRequest request, Exception thrown)
    {
        if (Failures.IsPassing(thrown))
        {
            TransportLog.ClientGaveUp(
                logger, request.Operation, request.TableName, CallScope.ErrorTypeOf(thrown), (thrown as AmazonServiceException)?.RequestId);
        }
    }

    private Task<WireBuffer> CallAsync(DynamoRequest request, CancellationToken token) => request.Operation switch
    {
        DynamoOperation.GetItem => CallAsync<GetItemRequest, GetItemResponse>(
            request, ItemRequests.Get, client.GetItemAsync, ItemResponses.Write, token),
        DynamoOperation.PutItem => CallAsync<PutItemRequest, PutItemResponse>(
            request, ItemRequests.Put, client.PutItemAsync, ItemResponses.Write, token),
        DynamoOperation.UpdateItem => CallAsync<UpdateItemRequest, UpdateItemResponse>(
            request, ItemRequests.Update, client.UpdateItemAsync, ItemResponses.Write, token),
        DynamoOperation.DeleteItem => CallAsync<DeleteItemRequest, DeleteItemResponse>(
            request, ItemRequests.Delete, client.DeleteItemAsync, ItemResponses.Write, token),
        DynamoOperation.Query => CallAsync<QueryRequest, QueryResponse>(
            request, PageRequests.Query, client.QueryAsync, ItemResponses.Write, token),
        DynamoOperation.Scan => CallAsync<ScanRequest, ScanResponse>(
            request, PageRequests.Scan, client.ScanAsync, ItemResponses.Write, token),
        DynamoOperation.BatchGetItem => CallAsync<BatchGetItemRequest, BatchGetItemResponse>(
            request, BatchRequests.Get, client.BatchGetItemAsync, ItemResponses.Write, token),
        DynamoOperation.BatchWriteItem => CallAsync<BatchWriteItemRequest, BatchWriteItemResponse>(
            request, BatchRequests.Write, client.BatchWriteItemAsync, ItemResponses.Write, token),
        DynamoOperation.TransactGetItems => CallAsync<TransactGetItemsRequest, TransactGetItemsResponse>(
            request, TransactionRequests.Get, client.TransactGetItemsAsync, ItemResponses.Write, token),
        DynamoOperation.TransactWriteItems => CallAsync<TransactWriteItemsRequest, TransactWriteItemsResponse>(
            request, TransactionRequests.Write, client.TransactWriteItemsAsync, ItemResponses.Write, token),
        _ => CallTableAsync(request, token),
    };

    /// <exception cref="NotSupportedException">The operation is one of streams.</exception>
    private Task<WireBuffer> CallTableAsync(DynamoRequest request, CancellationToken token) => request.Operation switch
    {
        DynamoOperation.CreateTable => CallAsync<CreateTableRequest, CreateTableResponse>(
            request, TableRequests.Create, client.CreateTableAsync, TableResponses.Write, token),
        DynamoOperation.DescribeTable => CallAsync<DescribeTableRequest, DescribeTableResponse>(
            request, TableRequests.Describe, client.DescribeTableAsync, TableResponses.Write, token),
        DynamoOperation.UpdateTable => CallAsync<UpdateTableRequest, UpdateTableResponse>(
            request, TableRequests.Update, client.UpdateTableAsync, TableResponses.Write, token),
        DynamoOperation.DeleteTable => CallAsync<DeleteTableRequest, DeleteTableResponse>(
            request, TableRequests.Delete, client.DeleteTableAsync, TableResponses.Write, token),
        DynamoOperation.ListTables => CallAsync<ListTablesRequest, ListTablesResponse>(
            request, TableRequests.List, client.ListTablesAsync, TableResponses.Write, token),
        DynamoOperation.UpdateTimeToLive => CallAsync<UpdateTimeToLiveRequest, UpdateTimeToLiveResponse>(
            request, TableRequests.UpdateTimeToLive, client.UpdateTimeToLiveAsync, TableResponses.Write, token),
        DynamoOperation.DescribeTimeToLive => CallAsync<DescribeTimeToLiveRequest, DescribeTimeToLiveResponse>(
            request, TableRequests.DescribeTimeToLive, client.DescribeTimeToLiveAsync, TableResponses.Write, token),
        _ when OperationNames.IsOfStreams(request.Operation) => throw new NotSupportedException(
            $"An IAmazonDynamoDB has no {request.Operation}. Read streams with an HttpTransport or an SdkTransport."),
        _ => throw new ArgumentOutOfRangeException(nameof(request), request.Operation, null),
    };

    private async Task<WireBuffer> CallAsync<TRequest, TResponse>(
        DynamoRequest request,
        RequestFields.Field<TRequest> field,
        Func<TRequest, CancellationToken, Task<TResponse>> call,
        Action<Utf8JsonWriter, TResponse> write,
        CancellationToken cancellationToken)
        where TRequest : new()
    {
        var converted = RequestFields.Read(request.Body.Span, field);
        var response = await SdkCalls.EndInTimeAsync(token => call(converted, token), longestCall, cancellationToken).ConfigureAwait(false);
        var body = WireBuffer.Rent();
        try
        {
            using var writer = new Utf8JsonWriter(body, WriterOptions);
            writer.WriteStartObject();
            write(writer, response);
            writer.WriteEndObject();
            writer.Flush();
            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }
}
