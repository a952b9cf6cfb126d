using DynamoToolkit;

namespace AotShop.Model;

/// <summary>Paid by card.</summary>
[DynamoMap, DynamoType("card")]
public sealed partial record CardPayment(string LastDigits) : Payment;
