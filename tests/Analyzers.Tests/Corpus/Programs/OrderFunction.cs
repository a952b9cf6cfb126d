using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Lambda.Core;
using Amazon.Lambda.SQSEvents;
using Corpus.Orders;
using DynamoToolkit;

namespace Corpus.Programs.OrderFunction;

/// <summary>A Lambda function: the client is made once for all invocations.</summary>
public sealed class Function
{
    private static readonly DynamoClient Db = new(new DynamoClientOptions { Http = { MaxAttempts = 4 } });

    private readonly DynamoTable<Order> orders = Db.Table<Order>();

    /// <summary>Marks the orders of messages as paid.</summary>
    public async Task<List<string>> HandleAsync(SQSEvent messages, ILambdaContext context)
    {
        using var timeout = new CancellationTokenSource(context.RemainingTime - TimeSpan.FromSeconds(2));
        var failed = new List<string>();
        foreach (var message in messages.Records)
        {
            try
            {
                var paid = JsonSerializer.Deserialize<Payment>(message.Body) ?? throw new JsonException();
                await PayAsync(paid, timeout.Token);
            }
            catch (Exception exception) when (exception is JsonException or OperationCanceledException)
            {
                failed.Add(message.MessageId);
            }
        }

        return failed;
    }

    private Task PayAsync(Payment payment, CancellationToken cancellationToken) =>
        orders.Update(Order.Key(payment.Customer, payment.Order))
            .Set(order => order.State, OrderState.Paid)
            .If(order => order.State.In(OrderState.Placed, OrderState.Paid))
            .ExecuteAsync(cancellationToken);

    private sealed record Payment(string Customer, string Order);
}
