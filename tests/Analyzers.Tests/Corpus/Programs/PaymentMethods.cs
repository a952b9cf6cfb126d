using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Corpus.Payments;
using DynamoToolkit;

namespace Corpus.Programs.PaymentMethods;

/// <summary>Means of payment of several kinds, read as their common base.</summary>
public sealed class PaymentMethods(DynamoClient db)
{
    private readonly DynamoTable<PaymentMethod> methods = db.Table<PaymentMethod>();
    private readonly DynamoTable<Wallet> wallets = db.Table<Wallet>();

    public async Task<string> DescribeAsync(string payer, CancellationToken cancellationToken)
    {
        var all = await methods.Query(PaymentMethod.Partition(payer)).ToListAsync(cancellationToken);
        return string.Join(", ", all.Select(method => method switch
        {
            CardPayment card => $"{card.Brand} …{card.LastDigits}",
            BankTransfer transfer => transfer.Iban,
            Wallet wallet => wallet.Provider,
            _ => "?",
        }));
    }

    public Task AddAsync(PaymentMethod method, CancellationToken cancellationToken) => methods.CreateAsync(method, cancellationToken);

    public Task<List<CardPayment>> CardsAsync(string payer, CancellationToken cancellationToken) =>
        methods.Query(PaymentMethod.Partition(payer)).As<CardPayment>().ToListAsync(cancellationToken);

    public async Task MakeDefaultAsync(string payer, Guid id, CancellationToken cancellationToken)
    {
        var all = await methods.Query(PaymentMethod.Partition(payer)).ToListAsync(cancellationToken);
        var writes = all.Select(method => methods.Update(PaymentMethod.Key(payer, method.MethodId))
            .Set(m => m.IsDefault, method.MethodId == id)
            .IfExists());
        await db.TransactWriteAsync(writes, cancellationToken);
    }

    public Task RefreshWalletAsync(string payer, Guid id, string token, CancellationToken cancellationToken) =>
        wallets.Update(Wallet.Key(payer, id)).Set(w => w.ProviderToken, token).IfExists().ExecuteAsync(cancellationToken);
}
