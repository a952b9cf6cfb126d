using System;

namespace Corpus.Customers;

/// <content>What a customer does.</content>
partial class Customer
{
    private readonly DateTimeOffset read = DateTimeOffset.UtcNow;

    /// <summary>How long this object has been in memory.</summary>
    public TimeSpan Age() => DateTimeOffset.UtcNow - read;

    /// <summary>Asks for consent.</summary>
    public void Consents(bool newsletter) => Consent = new Consent(newsletter, DateTimeOffset.UtcNow);
}
