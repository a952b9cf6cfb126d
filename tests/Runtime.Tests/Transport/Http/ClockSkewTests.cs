using System.Globalization;
using Amazon.DynamoDBv2;
using DynamoToolkit.Runtime.Tests.Transport.Support;

namespace DynamoToolkit.Runtime.Tests.Transport.Http;

public sealed class ClockSkewTests
{
    [Theory]
    [InlineData("InvalidSignatureException", 40)]
    [InlineData("RequestTimeTooSkewed", 2)]
    [InlineData("SignatureDoesNotMatch", -400)]
    public async Task SendAsync_WrongClock_IsCorrectedOnce(string code, int minutes)
    {
        var clock = new TestClock(DateTimeOffset.UtcNow.AddMinutes(minutes));
        await using var service = new FakeService(request => Math.Abs((SignedAt(request) - DateTime.UtcNow).TotalMinutes) > 1
            ? Reply.Error(code).WithHeader("Date", DateTime.UtcNow.ToString("R"))
            : Reply.Ok());
        using var transport = Transports.To(service, clock: clock);

        await transport.SendAsync();
        await transport.SendAsync();

        Assert.Equal(3, service.Requests.Count);
        Assert.Empty(clock.Waits);
        Assert.Equal(500, transport.RetryTokens);
    }

    [Fact]
    public async Task SendAsync_BadSignatureByARightClock_IsNotRetried()
    {
        await using var service = new FakeService(
            _ => Reply.Error("InvalidSignatureException").WithHeader("Date", DateTime.UtcNow.ToString("R")));
        using var transport = Transports.To(service);

        await Assert.ThrowsAsync<AmazonDynamoDBException>(() => transport.SendAsync());
        Assert.Single(service.Requests);
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData(null)]
    public async Task SendAsync_WrongClockWithoutAServersTime_IsNotRetried(string? date)
    {
        var reply = Reply.Error("RequestTimeTooSkewed");
        await using var service = new FakeService(date is null ? reply : reply.WithHeader("Date", date));
        using var transport = Transports.To(service);

        await Assert.ThrowsAsync<AmazonDynamoDBException>(() => transport.SendAsync());
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task SendAsync_EndlessComplaints_EndWithTheAttempts()
    {
        await using var service = new FakeService(
            _ => Reply.Error("RequestTimeTooSkewed").WithHeader("Date", DateTime.UtcNow.ToString("R")));
        using var transport = Transports.To(service, static options => options.MaxAttempts = 3);

        await Assert.ThrowsAsync<AmazonDynamoDBException>(() => transport.SendAsync());
        Assert.Equal(3, service.Requests.Count);
    }

    private static DateTime SignedAt(ReceivedRequest request) =>
        DateTime.ParseExact(
            request.Headers["X-Amz-Date"],
            "yyyyMMdd'T'HHmmss'Z'",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
}
