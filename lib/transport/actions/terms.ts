'use server'
import { acceptTerms } from '@/lib/modules/terms/commands/accept-terms'
import { action } from '../action'

export const acceptTermsAction = action(acceptTerms)
