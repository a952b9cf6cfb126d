using System;
using System.Threading;
using System.Threading.Tasks;
using Corpus.Coupons;
using DynamoToolkit;

namespace Corpus.Programs.CouponDesk;

/// <summary>Creates and redeems coupons, whose codes are unique.</summary>
public sealed class CouponDesk(DynamoTable<Coupon> coupons)
{
    public async Task<Coupon?> CreateAsync(string campaign, string code, decimal percent, CancellationToken cancellationToken)
    {
        var coupon = new Coupon { CouponId = Guid.NewGuid().ToString("N"), Campaign = campaign, Code = code, Percent = percent };
        try
        {
            await coupons.CreateAsync(coupon, cancellationToken);
            return coupon;
        }
        catch (UniqueValueTakenException)
        {
            return null;
        }
    }

    public async Task<bool> RedeemAsync(string campaign, string code, int most, CancellationToken cancellationToken)
    {
        var coupon = await coupons.GetByUniqueAsync(Coupon.Unique.Code(campaign, code), cancellationToken);
        if (coupon is null)
            return false;
        var result = await coupons.Update(Coupon.Key(coupon.CouponId))
            .Add(c => c.Redemptions, 1)
            .If(c => c.Redemptions < most)
            .ReturnUpdatedNew()
            .ExecuteAsync<Redeemed>(cancellationToken);
        return result.HasItem;
    }

    public Task RenameAsync(string id, string code, CancellationToken cancellationToken) =>
        coupons.ChangeAsync(Coupon.Key(id), coupon => coupon with { Code = code }, cancellationToken);

    public Task RemoveAsync(string id, CancellationToken cancellationToken) => coupons.RemoveAsync(Coupon.Key(id), cancellationToken);
}

[DynamoMap]
public sealed partial record Redeemed(int Redemptions);
